/** Pointing at terms, and following numbers forward. */
import { describe, expect, it } from 'vitest';
import {
  createAppStore,
  type AppStore,
  type StageCell,
  type State,
} from '../../../src/store/index.ts';

const cell = (row: number, col = 0): StageCell => ({ matrix: 'scores', head: 0, row, col });
const storeAt = (overrides: Partial<State> = {}): AppStore => createAppStore(overrides);

describe('lighting a term', () => {
  it('lights it, and nothing else changes', () => {
    const store = storeAt({ pinned: cell(2) });
    store.getState().light({ term: 1, wholeRow: false });
    expect(store.getState()).toMatchObject({
      lit: { term: 1, wholeRow: false },
      pinned: cell(2),
      hovered: null,
    });
  });

  it('of another cell looks at that cell', () => {
    const store = storeAt();
    store.getState().light({ term: 1, wholeRow: true }, cell(4));
    expect(store.getState()).toMatchObject({ hovered: cell(4), lit: { wholeRow: true } });
  });

  it.each([
    ['hover', (store: AppStore) => store.getState().hover(cell(1))],
    ['pin', (store: AppStore) => store.getState().pin(cell(1))],
    ['follow', (store: AppStore) => store.getState().follow(cell(1), cell(2))],
    ['retrace', (store: AppStore) => store.getState().retrace(0)],
    ['goTo', (store: AppStore) => store.getState().goTo('mask')],
  ])('ends with %s', (_, act) => {
    const store = storeAt({ pinned: cell(2), trail: [cell(3)], lit: { term: 1, wholeRow: false } });
    act(store);
    expect(store.getState().lit).toBeNull();
  });
});

describe('advance', () => {
  const share: StageCell = { matrix: 'weights', head: 0, row: 4, col: 1 };

  it('goes to the stop that makes what the number goes into, and remembers the way back', () => {
    const store = storeAt({ step: 'scale', playing: true });
    store.getState().advance(cell(4, 1), share);
    expect(store.getState()).toMatchObject({
      step: 'softmax',
      beat: 0,
      pinned: share,
      trail: [cell(4, 1)],
      playing: false,
    });
  });

  it('stays where what it goes into is on the stage', () => {
    const store = storeAt({ step: 'formula' });
    store.getState().advance(cell(4, 1), share);
    expect(store.getState()).toMatchObject({ step: 'formula', pinned: share });
  });

  it('stays where the next stop has another mask, and so other numbers', () => {
    const store = storeAt({ step: 'heads', beat: 1 });
    store.getState().advance({ matrix: 'output', row: 0, col: 0 }, { matrix: 'y', row: 0, col: 0 });
    expect(store.getState()).toMatchObject({ step: 'heads', beat: 1 });
  });

  it('goes on where the reader has chosen the mask, and it stays', () => {
    const store = storeAt({ step: 'heads', beat: 1, causalChoice: true });
    store.getState().advance({ matrix: 'output', row: 0, col: 0 }, { matrix: 'y', row: 0, col: 0 });
    expect(store.getState()).toMatchObject({ step: 'prediction', causalChoice: true });
  });
});
