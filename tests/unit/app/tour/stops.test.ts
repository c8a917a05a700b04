/** The tour's stops: each brings the page to where it can be done, and knows when it was. */
import { describe, expect, it } from 'vitest';
import { tourStops, type TourStop } from '../../../../src/app/tour/stops.ts';
import {
  createAppStore,
  selectActiveCell,
  selectMotion,
  type AppStore,
  type State,
} from '../../../../src/store/index.ts';
import { steps } from '../../../../src/walkthrough/index.ts';

const stopOf = (id: TourStop['id']): TourStop => {
  const stop = tourStops.find((one) => one.id === id);
  if (!stop) throw new Error(`no stop ${id}`);
  return stop;
};

/** The page as a stop has prepared it. */
const prepared = (id: TourStop['id'], state: Partial<State> = {}): AppStore => {
  const store = createAppStore(state);
  stopOf(id).prepare(store);
  return store;
};

/** Whether the stop counts as done after something was done. */
const doneAfter = (id: TourStop['id'], store: AppStore, act: (store: AppStore) => void) => {
  let done = false;
  const stopListening = store.subscribe((now, before) => {
    done ||= stopOf(id).isDone(now, before);
  });
  act(store);
  stopListening();
  return done;
};

const cell = { matrix: 'scores', head: 0, row: 1, col: 2 } as const;
const factor = { matrix: 'q', head: 0, row: 1, col: 0 } as const;

describe('preparing', () => {
  it('stepping on leaves the page as it is', () => {
    const before = createAppStore().getState();
    expect(prepared('next').getState()).toMatchObject({ step: before.step, beat: before.beat });
  });

  it.each(steps.map(({ id }) => id))(
    'there is something to play, to ask and to change at %s',
    (step) => {
      expect(selectMotion(prepared('move', { step }).getState())).not.toBeNull();
      const asked = prepared('ask', { step, playing: true }).getState();
      expect(asked).toMatchObject({ step: 'scores', playing: false, moment: null });
      const followed = prepared('follow', { step }).getState();
      expect(followed.pinned).toEqual(selectActiveCell(followed));
      expect(followed.pinned).not.toBeNull();
      expect(prepared('change', { step }).getState().step).toBe('scores');
    },
  );

  it('plays at the stop that the reader is at where that moves', () => {
    expect(prepared('move', { step: 'tokens' }).getState().step).toBe('tokens');
  });

  it('keeps the number that was asked', () => {
    expect(prepared('follow', { step: 'scores', pinned: cell }).getState().pinned).toEqual(cell);
  });
});

describe('doing', () => {
  it('a step in any way', () => {
    const ways: readonly ((store: AppStore) => void)[] = [
      (store) => store.getState().next(),
      (store) => store.getState().nextBeat(),
      (store) => store.getState().goTo('mask'),
    ];
    expect(ways.map((way) => doneAfter('next', createAppStore(), way))).toEqual([true, true, true]);
    const still = doneAfter('next', createAppStore(), (store) => store.getState().setPlaying(true));
    expect(still).toBe(false);
  });

  it('a motion, when it has come to rest', () => {
    const store = prepared('move', { step: 'tokens' });
    const play = ({ getState }: AppStore): void => {
      getState().setPlaying(true);
      getState().setMoment(0);
      getState().setMoment(0.9);
    };
    expect(doneAfter('move', store, play)).toBe(false);
    expect(doneAfter('move', store, ({ getState }) => getState().setMoment(null))).toBe(true);
  });

  it('a number that is pressed, not one that is passed over or let go of', () => {
    const store = prepared('ask');
    expect(doneAfter('ask', store, ({ getState }) => getState().hover(cell))).toBe(false);
    expect(doneAfter('ask', store, ({ getState }) => getState().pin(cell))).toBe(true);
    expect(doneAfter('ask', store, ({ getState }) => getState().pin(null))).toBe(false);
  });

  it('a factor that is followed', () => {
    const store = prepared('follow', { step: 'scores', pinned: cell });
    expect(doneAfter('follow', store, ({ getState }) => getState().pin(factor))).toBe(false);
    expect(doneAfter('follow', store, ({ getState }) => getState().follow(cell, factor))).toBe(
      true,
    );
  });

  it('nothing ends the last stop but the reader', () => {
    const change = ({ getState }: AppStore): void => {
      getState().setHead(1);
      getState().next();
    };
    expect(doneAfter('change', prepared('change'), change)).toBe(false);
  });
});
