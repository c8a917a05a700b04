/** Playing: the motion of every stop, then the next stop, by the frames of the screen alone. */
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { usePlay } from '../../src/app/usePlay.ts';
import { selectMotion, type AppStore, type State } from '../../src/store/index.ts';
import { Scrubber } from '../../src/ui/index.ts';
import { mount } from './support.tsx';

let now = 0;
let waiting = new Map<number, FrameRequestCallback>();
let last = 0;

beforeEach(() => {
  now = 1000;
  last = 0;
  waiting = new Map();
  // The screen's frames, one by one, so that a minute of playing takes no minute.
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    last += 1;
    waiting.set(last, callback);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** One frame of the screen, so many milliseconds after the last. */
const frame = (milliseconds = 20): void => {
  now += milliseconds;
  const due = [...waiting.values()];
  waiting.clear();
  act(() => due.forEach((callback) => callback(now)));
};

const Player = (): React.ReactNode => {
  usePlay();
  return <Scrubber />;
};

const play = (overrides: Partial<State>): AppStore =>
  mount(<Player />, { playing: true, ...overrides }).store;

const placeOf = ({ step, beat }: State): string => `${step}/${beat}`;

/** What is seen frame by frame for so long; stops early where it no longer plays. */
const watch = (store: AppStore, milliseconds: number): State[] => {
  const seen: State[] = [];
  for (let passed = 0; passed < milliseconds && store.getState().playing; passed += 20) {
    frame();
    seen.push(store.getState());
  }
  return seen;
};

/** How long it stays at this stop, in milliseconds; a minute at most. */
const stay = (store: AppStore): number => {
  const place = placeOf(store.getState());
  const start = now;
  for (let frames = 0; frames < 3000; frames++) {
    frame();
    if (placeOf(store.getState()) !== place || !store.getState().playing) break;
  }
  return now - start;
};

const once = <Value,>(list: readonly Value[]): Value[] =>
  list.filter((one, index) => index === 0 || one !== list[index - 1]);

describe('a stop that moves', () => {
  it('moves from its beginning to its end, and then rests', () => {
    const store = play({ step: 'scale' });
    const { duration } = selectMotion(store.getState())!;
    const moments = watch(store, duration + 200).map(({ moment }) => moment);
    const moved = moments.filter((moment) => moment !== null);
    expect(moved.toSorted((a, b) => a - b)).toEqual(moved);
    expect([moved[0]! < 0.02, moved.at(-1)! > 0.98, moments.at(-1)]).toEqual([true, true, null]);
  });

  it('takes as long as its motion and a moment to look', () => {
    const store = play({ step: 'scale' });
    const { duration } = selectMotion(store.getState())!;
    const taken = stay(store);
    expect([taken > duration + 500, taken < duration + 2000]).toEqual([true, true]);
  });

  it('takes half as long at double speed', () => {
    const single = stay(play({ step: 'scale' }));
    expect(Math.abs(stay(play({ step: 'scale', speed: 2 })) - single / 2)).toBeLessThan(60);
  });

  it('goes on to the next beat, and then to the next step', () => {
    const store = play({ step: 'scores' });
    const places = once(watch(store, 20_000).map(placeOf));
    expect(places.slice(0, 3)).toEqual(['scores/0', 'scores/1', 'scale/0']);
  });

  it('begins the next stop at its beginning', () => {
    const store = play({ step: 'scores' });
    stay(store);
    frame();
    expect(store.getState().moment).toBeLessThan(0.05);
  });

  it('never shows the next stop as it ends before it begins', () => {
    const store = play({ step: 'scale' });
    const first = watch(store, 60_000).find(({ step }) => step === 'softmax');
    expect(first?.moment).toBe(0);
  });

  it('lets what travels arrive before the next stop begins', () => {
    const store = play({ step: 'scores' });
    stay(store);
    const arriving = watch(store, 560).map(({ moment }) => moment);
    expect(once(arriving)).toEqual([0]);
    watch(store, 400);
    expect(store.getState().moment).toBeGreaterThan(0);
  });

  it('begins where it was scrubbed to', () => {
    const store = play({ step: 'scores', moment: 0.5 });
    frame();
    expect(Math.abs(store.getState().moment! - 0.5)).toBeLessThan(0.02);
  });

  it('begins anew where it was scrubbed to the end', () => {
    const store = play({ step: 'scores', moment: 1 });
    frame();
    expect(store.getState().moment).toBeLessThan(0.02);
  });
});

describe('a stop that rests', () => {
  it('stays for three seconds at single speed', () => {
    expect(Math.abs(stay(play({ step: 'prediction', beat: 5 })) - 3000)).toBeLessThan(60);
  });

  it('has no moment', () => {
    const store = play({ step: 'prediction', beat: 5 });
    expect(new Set(watch(store, 2500).map(({ moment }) => moment))).toEqual(new Set([null]));
  });

  it('is the end where it is the last', () => {
    const store = play({ step: 'parallel' });
    watch(store, 8000);
    expect([store.getState().playing, store.getState().step]).toEqual([false, 'parallel']);
  });
});

describe('a pause', () => {
  const setPlaying = (store: AppStore, playing: boolean): void =>
    act(() => store.getState().setPlaying(playing));

  it('holds the moment', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    setPlaying(store, false);
    const { moment } = store.getState();
    for (let frames = 0; frames < 50; frames++) frame();
    expect([moment !== null, store.getState().moment]).toEqual([true, moment]);
  });

  it('is gone on from where it was', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    setPlaying(store, false);
    const before = store.getState().moment!;
    frame(5000);
    setPlaying(store, true);
    frame();
    const passed = store.getState().moment! - before;
    expect([passed >= 0, passed < 0.02]).toEqual([true, true]);
  });

  it('comes with a scrub, which is where it then stands', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    fireEvent.change(screen.getByRole('slider'), { target: { value: '180' } });
    for (let frames = 0; frames < 50; frames++) frame();
    expect(store.getState()).toMatchObject({ playing: false, moment: 0.9 });
  });

  it('comes with a cell that is picked', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    act(() => store.getState().pin({ matrix: 'scores', head: 0, row: 0, col: 0 }));
    for (let frames = 0; frames < 50; frames++) frame();
    expect(store.getState()).toMatchObject({ playing: false, moment: null, step: 'scores' });
  });

  it('leaves no frame asked for', () => {
    const store = play({ step: 'scores' });
    watch(store, 500);
    setPlaying(store, false);
    expect(waiting.size).toBe(0);
  });
});

describe('on the way', () => {
  it('another speed goes on from the same moment', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    const before = store.getState().moment!;
    act(() => store.getState().setSpeed(0.5));
    frame();
    expect(Math.abs(store.getState().moment! - before)).toBeLessThan(0.02);
  });

  it('a step by hand plays on from there', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    act(() => store.getState().goTo('softmax'));
    // Drawn in one frame, and moved from the next on.
    frame();
    expect(store.getState()).toMatchObject({ step: 'softmax', moment: null });
    frame();
    expect(store.getState()).toMatchObject({ step: 'softmax', playing: true });
    expect(store.getState().moment).toBeLessThan(0.02);
  });

  it('a page that was out of sight goes on from where it was', () => {
    const store = play({ step: 'scores' });
    watch(store, 1500);
    const before = store.getState().moment!;
    frame(60_000);
    expect(store.getState().step).toBe('scores');
    expect(store.getState().moment! - before).toBeLessThan(0.05);
  });

  it('asks for one frame at a time', () => {
    const store = play({ step: 'scores', speed: 2 });
    const asked = watch(store, 15_000).map(() => waiting.size);
    expect(Math.max(...asked)).toBe(1);
  });
});

describe('where no motion is wanted', () => {
  beforeEach(() => {
    const real = matchMedia.bind(window);
    vi.stubGlobal('matchMedia', (query: string) =>
      query.includes('prefers-reduced-motion')
        ? ({ matches: query.includes('reduce') } as MediaQueryList)
        : real(query),
    );
  });

  it.each(['scores', 'scale', 'softmax', 'mask', 'one-row'] as const)(
    '%s shows its stills one after the other, and nothing between them',
    (step) => {
      const store = play({ step });
      const { stills } = selectMotion(store.getState())!;
      const seen = watch(store, 60_000).filter((state) => placeOf(state) === `${step}/0`);
      const moments = once(seen.map(({ moment }) => moment));
      expect(moments).toEqual([...once(stills), null]);
    },
  );

  it('leaves every still time to be read', () => {
    const store = play({ step: 'scores' });
    const moments = watch(store, 6000).map(({ moment }) => moment);
    const first = moments.filter((moment) => moment === moments[0]).length * 20;
    expect(first).toBeGreaterThan(1000);
  });

  it('goes on to the next stop', () => {
    const store = play({ step: 'scores' });
    stay(store);
    expect(placeOf(store.getState())).toBe('scores/1');
  });

  it.each([1, 2, 3])('goes on from still %i after a pause, not from one before it', (still) => {
    const store = play({ step: 'scores' });
    const { stills } = selectMotion(store.getState())!;
    while (store.getState().moment !== stills[still]) frame();
    act(() => store.getState().setPlaying(false));
    act(() => store.getState().setPlaying(true));
    frame();
    expect(store.getState().moment).toBe(stills[still]);
  });
});
