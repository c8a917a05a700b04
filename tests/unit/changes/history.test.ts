/** Undo and redo: any way back leads to the same numbers, and a drag is one change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  resetCell,
  resetCells,
  setCell,
  setDivisor,
  setMemory,
  setTemperature,
  setTokens,
} from '../../../src/changes/actions.ts';
import { writeWork } from '../../../src/changes/link.ts';
import { tokensOf } from '../../../src/changes/sentence.ts';
import { createAppStore, selectTrace, type AppStore } from '../../../src/store/index.ts';
import { holds } from '../../support/property.ts';

type Change = (store: AppStore) => void;

const value = fc.integer({ min: -5000, max: 5000 }).map((number) => number / 1000);
const place = fc.record({
  matrix: fc.constantFrom('x', 'wq', 'wv', 'w1', 'norm1Gain', 'tokenEmbedding'),
  row: fc.nat({ max: 8 }),
  col: fc.nat({ max: 8 }),
});
const texts = fc.constantFrom(
  '我有一个玩',
  '我有一个小狗',
  '玩',
  '我'.repeat(32),
  '龘有',
  '小狗在公园',
);

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, value).map(
    ([at, number]): Change =>
      (store) =>
        setCell(store, { ...at, value: number }),
  ),
  place.map(
    (at): Change =>
      (store) =>
        resetCell(store, at),
  ),
  fc.constant<Change>((store) => resetCells(store)),
  texts.map(
    (text): Change =>
      (store) =>
        setTokens(store, tokensOf(text).tokens),
  ),
  texts.map(
    (text): Change =>
      (store) =>
        setMemory(store, tokensOf(text).tokens),
  ),
  fc.option(value).map(
    (number): Change =>
      (store) =>
        setDivisor(store, number),
  ),
  value.map(
    (number): Change =>
      (store) =>
        setTemperature(store, number),
  ),
  fc.constantFrom(1, 3, 9).map(
    (count): Change =>
      (store) =>
        store.getState().setHeads(count),
  ),
  fc.boolean().map(
    (on): Change =>
      (store) =>
        store.getState().setScaled(on),
  ),
  fc.boolean().map(
    (on): Change =>
      (store) =>
        store.getState().setCausal(on),
  ),
  fc.boolean().map(
    (on): Change =>
      (store) =>
        store.getState().setPositions(on),
  ),
  fc.constant<Change>((store) => store.getState().toggleHead(0)),
  fc.constant<Change>((store) => store.getState().startOver()),
);

const numbersOf = (store: AppStore): readonly number[] => {
  const { logits, attention } = selectTrace(store.getState());
  return [...logits.data, ...attention.concat.data];
};

describe('undo', () => {
  it('leads back through any changes, and redo forward again, to the same numbers', () => {
    holds(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 12 }), (list) => {
        const store = createAppStore();
        const seen = [numbersOf(store)];
        for (const change of list) {
          const before = store.getState().past.length;
          change(store);
          if (store.getState().past.length > before) seen.push(numbersOf(store));
        }
        expect(store.getState().past).toHaveLength(seen.length - 1);
        for (let index = seen.length - 2; index >= 0; index--) {
          store.getState().undo();
          expect(numbersOf(store)).toEqual(seen[index]);
        }
        for (const numbers of seen.slice(1)) {
          store.getState().redo();
          expect(numbersOf(store)).toEqual(numbers);
        }
      }),
      300,
    );
  });

  it('is at least 200 deep', () => {
    const store = createAppStore();
    for (let index = 1; index <= 250; index++)
      setCell(store, { matrix: 'wq', row: 0, col: 0, value: index / 100 });
    for (let index = 0; index < 250; index++) store.getState().undo();
    expect([store.getState().edits, store.getState().past]).toEqual([[], []]);
  });

  it('takes a drag as one change', () => {
    const store = createAppStore();
    for (let index = 1; index <= 50; index++)
      setCell(store, { matrix: 'x', row: 0, col: 0, value: index }, 'drag');
    expect(store.getState().past).toHaveLength(1);
    store.getState().undo();
    expect(store.getState().edits).toEqual([]);
  });

  it('takes two drags as two', () => {
    const store = createAppStore();
    setCell(store, { matrix: 'x', row: 0, col: 0, value: 1 }, 'drag');
    store.getState().endGesture();
    setCell(store, { matrix: 'x', row: 0, col: 0, value: 2 }, 'drag');
    expect(store.getState().past).toHaveLength(2);
  });

  it('does nothing where there is nothing to undo', () => {
    const store = createAppStore();
    const before = store.getState();
    before.undo();
    before.redo();
    expect(store.getState()).toEqual(before);
  });

  it('forgets what was undone once something else is changed', () => {
    const store = createAppStore();
    store.getState().setScaled(false);
    store.getState().undo();
    store.getState().setPositions(false);
    expect(store.getState().future).toEqual([]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('never lets %d in', (number) => {
    const store = createAppStore();
    setCell(store, { matrix: 'wq', row: 0, col: 0, value: number });
    expect(store.getState().edits.every((edit) => Number.isFinite(edit.value))).toBe(true);
  });

  it('counts no change that changes nothing', () => {
    const store = createAppStore();
    setCell(store, { matrix: 'wq', row: 99, col: 0, value: 1 });
    setTokens(store, []);
    setTokens(store, ['我', '有', '一', '个', '玩']);
    setTemperature(store, 1);
    expect(store.getState().past).toEqual([]);
  });
});

describe('a cell', () => {
  it('set to its own number is not set', () => {
    const store = createAppStore();
    const own = selectTrace(store.getState()).x.data[3] ?? 0;
    setCell(store, { matrix: 'x', row: 0, col: 3, value: 5 });
    setCell(store, { matrix: 'x', row: 0, col: 3, value: Number(own.toFixed(3)) });
    expect(store.getState().edits).toEqual([]);
  });

  it('of x stays set while its token stays, and goes with it', () => {
    const store = createAppStore();
    setCell(store, { matrix: 'x', row: 1, col: 0, value: 5 });
    setCell(store, { matrix: 'x', row: 4, col: 0, value: 6 });
    setTokens(store, ['我', '有', '一', '个', '具']);
    expect(store.getState().edits).toEqual([{ matrix: 'x', row: 1, col: 0, value: 5 }]);
  });

  it('has the number that was set in everything that is computed', () => {
    const store = createAppStore();
    setCell(store, { matrix: 'x', row: 4, col: 2, value: 1.25 });
    setCell(store, { matrix: 'wq', row: 2, col: 0, value: -3 });
    const { x, inputs, attention } = selectTrace(store.getState());
    expect([x.data[4 * 9 + 2], inputs.parameters.wq.data[2 * 9]]).toEqual([1.25, -3]);
    const q = attention.heads[0]?.q.data[4 * 3] ?? 0;
    const byHand = Array.from(
      { length: 9 },
      (_, i) => (x.data[36 + i] ?? 0) * (inputs.parameters.wq.data[i * 9] ?? 0),
    );
    expect(q).toBeCloseTo(
      byHand.reduce((sum, term) => sum + term, 0),
      12,
    );
  });
});

describe('what is kept', () => {
  it('of no change is nothing', () => {
    expect(writeWork(createAppStore().getState())).toBe('');
  });
});
