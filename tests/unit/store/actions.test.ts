/** What each action changes, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { exampleTokens, trainedParameters, trainedVocabulary } from '../../../src/example/index.ts';
import { createAppStore, type StageCell, type State } from '../../../src/store/index.ts';
import { stepOf, steps } from '../../../src/walkthrough/index.ts';

const cell = (row: number, col = 0): StageCell => ({ matrix: 'scores', head: 0, row, col });
const storeAt = (overrides: Partial<State> = {}) => createAppStore(overrides);

const selected = {
  hovered: cell(1),
  pinned: cell(2),
  trail: [cell(3)],
  rowWeights: [1, 0, 0, 0, 0],
  moment: 0.5,
} as const;
const nothing = { hovered: null, pinned: null, trail: [], rowWeights: null, moment: null };

/** Every stop of the walkthrough, in order. */
const stops = steps.flatMap(({ id, beats }) => beats.map((_, beat) => `${id}/${beat}`));
const stopOf = ({ step, beat }: State): string => `${step}/${beat}`;

describe('a new store', () => {
  it('starts at the first step', () => {
    expect(stopOf(storeAt().getState())).toBe('architecture/0');
  });

  it('has nothing selected', () => {
    expect(storeAt().getState()).toMatchObject(nothing);
  });

  it('shares nothing with another store', () => {
    const [one, other] = [storeAt(), storeAt()];
    one.getState().goTo('mask');
    expect(other.getState().step).toBe('architecture');
  });
});

describe('moving', () => {
  it.each([
    ['goTo', (s: ReturnType<typeof storeAt>) => s.getState().goTo('mask')],
    ['goToBeat', (s: ReturnType<typeof storeAt>) => s.getState().goToBeat(1)],
    ['next', (s: ReturnType<typeof storeAt>) => s.getState().next()],
    ['previous', (s: ReturnType<typeof storeAt>) => s.getState().previous()],
    ['nextBeat', (s: ReturnType<typeof storeAt>) => s.getState().nextBeat()],
    ['previousBeat', (s: ReturnType<typeof storeAt>) => s.getState().previousBeat()],
  ] as const)('by %s clears what was selected', (_, move) => {
    const store = storeAt({ step: 'one-row', ...selected });
    move(store);
    expect(store.getState()).toMatchObject(nothing);
  });

  it('goTo starts at the first beat', () => {
    const store = storeAt({ step: 'projection', beat: 2 });
    store.getState().goTo('heads');
    expect(stopOf(store.getState())).toBe('heads/0');
  });

  it('goTo takes a beat', () => {
    const store = storeAt();
    store.getState().goTo('projection', 2);
    expect(stopOf(store.getState())).toBe('projection/2');
  });

  it('keeps head, switches and settings', () => {
    const kept = { head: 2, scaled: false, causalChoice: true, fill: 'token', speed: 2 } as const;
    const store = storeAt(kept);
    store.getState().next();
    expect(store.getState()).toMatchObject(kept);
  });

  it('next walks all steps and stops at the last', () => {
    const store = storeAt();
    const seen = steps.map(() => {
      const { step, next } = store.getState();
      next();
      return step;
    });
    expect([seen, store.getState().step]).toEqual([steps.map(({ id }) => id), 'parallel']);
  });

  it('previous goes to the first beat of the step before', () => {
    const store = storeAt({ step: 'scores' });
    store.getState().previous();
    expect(stopOf(store.getState())).toBe('projection/0');
  });
});

describe('beat by beat', () => {
  const walk = (store: ReturnType<typeof storeAt>, forward: boolean): string[] => {
    const seen = [stopOf(store.getState())];
    const move = (): boolean =>
      forward ? store.getState().nextBeat() : store.getState().previousBeat();
    while (move()) seen.push(stopOf(store.getState()));
    return seen;
  };

  it('nextBeat walks every stop to the very end', () => {
    expect(walk(storeAt(), true)).toEqual(stops);
  });

  it('previousBeat walks every stop back to the start', () => {
    expect(walk(storeAt({ step: 'parallel' }), false)).toEqual(stops.toReversed());
  });

  it('nextBeat at the very end changes nothing and says so', () => {
    const store = storeAt({ step: 'parallel', pinned: cell(1) });
    expect([store.getState().nextBeat(), store.getState().pinned]).toEqual([false, cell(1)]);
  });

  it('previousBeat enters the step before at its last beat', () => {
    const store = storeAt({ step: 'scores' });
    store.getState().previousBeat();
    expect(stopOf(store.getState())).toBe(`projection/${stepOf('projection').beats.length - 1}`);
  });
});

describe('selecting', () => {
  it('pin takes the place of what is hovered and of the trail', () => {
    const store = storeAt(selected);
    store.getState().pin(cell(4));
    expect(store.getState()).toMatchObject({ hovered: null, pinned: cell(4), trail: [] });
  });

  it('hover leaves the pinned cell pinned', () => {
    const store = storeAt({ pinned: cell(2) });
    store.getState().hover(cell(1));
    expect(store.getState()).toMatchObject({ hovered: cell(1), pinned: cell(2) });
  });

  it('follow pins where the factor came from', () => {
    const store = storeAt();
    store.getState().follow(cell(1), cell(2));
    expect(store.getState().pinned).toEqual(cell(2));
  });

  it('follow remembers every cell on the way, the oldest first', () => {
    const store = storeAt();
    store.getState().follow(cell(1), cell(2));
    store.getState().follow(cell(2), cell(3));
    expect(store.getState().trail).toEqual([cell(1), cell(2)]);
  });

  it('follow ends hovering', () => {
    const store = storeAt({ hovered: cell(1) });
    store.getState().follow(cell(1), cell(2));
    expect(store.getState().hovered).toBeNull();
  });

  it('retrace goes back to an entry and forgets what came after', () => {
    const store = storeAt({ pinned: cell(4), trail: [cell(1), cell(2), cell(3)] });
    store.getState().retrace(1);
    expect(store.getState()).toMatchObject({ pinned: cell(2), trail: [cell(1)] });
  });

  it('retrace to no entry leaves nothing pinned', () => {
    const store = storeAt({ pinned: cell(4), trail: [cell(1)] });
    store.getState().retrace(5);
    expect(store.getState().pinned).toBeNull();
  });
});

describe('switches', () => {
  it('setHead keeps the pinned cell, in the new head', () => {
    const store = storeAt({ pinned: cell(2, 3) });
    store.getState().setHead(2);
    expect(store.getState()).toMatchObject({ head: 2, pinned: { ...cell(2, 3), head: 2 } });
  });

  it('setHead leaves a pinned cell that belongs to no head alone', () => {
    const pinned: StageCell = { matrix: 'x', row: 1, col: 1 };
    const store = storeAt({ pinned });
    store.getState().setHead(1);
    expect(store.getState().pinned).toBe(pinned);
  });

  it('setHead drops the trail, which belongs to the old head', () => {
    const store = storeAt(selected);
    store.getState().setHead(1);
    expect(store.getState()).toMatchObject({ trail: [], hovered: null, rowWeights: null });
  });

  it('setHeads selects the first head and nothing else', () => {
    const store = storeAt({ head: 2, ...selected });
    store.getState().setHeads(9);
    expect(store.getState()).toMatchObject({ nHeads: 9, head: 0, ...nothing });
  });

  it('setHeads switches all heads on again, as another cut has other heads', () => {
    const store = storeAt({ headsOff: [1] });
    store.getState().setHeads(9);
    expect(store.getState().headsOff).toEqual([]);
  });

  it('toggleHead switches a head off', () => {
    const store = storeAt();
    store.getState().toggleHead(1);
    expect(store.getState().headsOff).toEqual([1]);
  });

  it('toggleHead switches the head on again', () => {
    const store = storeAt({ headsOff: [0, 1] });
    store.getState().toggleHead(0);
    expect(store.getState().headsOff).toEqual([1]);
  });

  it('toggleHead keeps the heads in rising order', () => {
    const store = storeAt({ nHeads: 9, headsOff: [3] });
    for (const head of [8, 0, 5]) store.getState().toggleHead(head);
    expect(store.getState().headsOff).toEqual([0, 3, 5, 8]);
  });

  it.each([1, 3, 9])('setAttention(false) switches all of %i heads off', (nHeads) => {
    const store = storeAt({ nHeads });
    store.getState().setAttention(false);
    expect(store.getState().headsOff).toEqual(Array.from({ length: nHeads }, (_, head) => head));
  });

  it('setAttention(true) switches all heads on', () => {
    const store = storeAt({ headsOff: [1] });
    store.getState().setAttention(true);
    expect(store.getState().headsOff).toEqual([]);
  });

  it.each(['setScaled', 'setCausal'] as const)('%s takes back weights set by hand', (action) => {
    const store = storeAt({ rowWeights: [1, 0, 0, 0, 0] });
    store.getState()[action](false);
    expect(store.getState().rowWeights).toBeNull();
  });

  it.each([
    ['setScaled', 'scaled', false],
    ['setCausal', 'causalChoice', true],
    ['setFill', 'fill', 'token'],
    ['setPositions', 'positions', false],
    ['setRowWeights', 'rowWeights', [0.5]],
    ['setLanguage', 'language', 'en'],
    ['setTheme', 'theme', 'dark'],
    ['setView', 'view', 'present'],
    ['setPlaying', 'playing', true],
    ['setSpeed', 'speed', 2],
  ] as const)('%s sets %s', (action, key, value) => {
    const store = storeAt();
    (store.getState()[action] as (given: unknown) => void)(value);
    expect(store.getState()[key]).toEqual(value);
  });

  it('setView to the training room stops playing, which nobody would see', () => {
    const store = storeAt({ playing: true });
    store.getState().setView('train');
    expect(store.getState().playing).toBe(false);
  });

  it('setView elsewhere lets it play on', () => {
    const store = storeAt({ playing: true });
    store.getState().setView('present');
    expect(store.getState().playing).toBe(true);
  });

  it('dismissRejected forgets what the link could not do', () => {
    const store = storeAt({ rejected: ['heads'] });
    store.getState().dismissRejected();
    expect(store.getState().rejected).toEqual([]);
  });
});

describe('adopt', () => {
  const model = { parameters: trainedParameters(), vocabulary: [...trainedVocabulary] };
  const origin = { kind: 'room', steps: 257 } as const;
  const adopting = (overrides: Partial<State>): State => {
    const store = storeAt(overrides);
    store.getState().adopt(model, origin);
    return store.getState();
  };

  it('puts parameters, vocabulary and origin in the place of the page’s', () => {
    const { parameters, vocabulary, origin: from } = adopting({});
    expect([parameters, vocabulary, from]).toEqual([model.parameters, model.vocabulary, origin]);
    expect(parameters === model.parameters && vocabulary === model.vocabulary).toBe(true);
  });

  it('goes back to the heads that it was trained with, all of them on', () => {
    expect(adopting({ nHeads: 9, head: 8, headsOff: [2, 5] })).toMatchObject({
      nHeads: 3,
      head: 0,
      headsOff: [],
    });
  });

  it('clears what was selected, which belonged to the old numbers', () => {
    expect(adopting({ step: 'one-row', ...selected })).toMatchObject(nothing);
  });

  it('keeps the sentence, the place and the settings', () => {
    const kept = { step: 'prediction', beat: 3, view: 'train', language: 'en' } as const;
    expect(adopting(kept)).toMatchObject({ ...kept, tokens: exampleTokens });
  });
});
