/** The marks of a change are the difference of two computations, cell by cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setCell, setTokens } from '../../../src/changes/actions.ts';
import { rippleOf } from '../../../src/changes/ripple.ts';
import {
  createAppStore,
  matrixBefore,
  selectTrace,
  valueIn,
  type AppStore,
} from '../../../src/store/index.ts';
import type { DecoderTrace } from '../../../src/decoder/index.ts';
import type { Matrix } from '../../../src/math/index.ts';
import { holds } from '../../support/property.ts';

/** Every matrix of a trace under a name, counted without the code that is tested. */
const flat = (trace: DecoderTrace): ReadonlyMap<string, Matrix> => {
  const { inputs, attention, ...stages } = trace;
  const heads = attention.heads.flatMap((head, index) =>
    Object.entries(head).map(([name, matrix]) => [`${name} ${index}`, matrix as Matrix] as const),
  );
  const { concat, output } = attention;
  return new Map<string, Matrix>([
    ...Object.entries({ ...inputs.parameters, ...stages, concat, output }),
    ...heads,
  ]);
};

const differing = (before: DecoderTrace, now: DecoderTrace): Record<string, number> => {
  const old = flat(before);
  const counts: Record<string, number> = {};
  for (const [name, matrix] of flat(now)) {
    const was = old.get(name);
    const same = was?.rows === matrix.rows && was.cols === matrix.cols;
    const count = same ? matrix.data.filter((value, i) => value !== was.data[i]).length : -1;
    if (count > 0) counts[name] = count;
  }
  return counts;
};

const counted = (store: AppStore): Record<string, number> =>
  Object.fromEntries(
    rippleOf(store.getState()).map(({ matrix, head, count }) => [
      head === undefined ? matrix : `${matrix} ${head}`,
      count,
    ]),
  );

describe('the ripple', () => {
  it('of any number that is set is the difference of the two computations', () => {
    const change = fc.record({
      matrix: fc.constantFrom('x', 'wq', 'wk', 'wv', 'wo', 'w1', 'b2', 'norm1Gain', 'unembedding'),
      row: fc.nat({ max: 4 }),
      col: fc.nat({ max: 8 }),
      value: fc.integer({ min: -3000, max: 3000 }).map((number) => number / 1000),
    });
    holds(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (list, causal) => {
          const store = createAppStore();
          store.getState().setCausal(causal);
          for (const edit of list) {
            const before = selectTrace(store.getState());
            const { past } = store.getState();
            setCell(store, edit);
            if (store.getState().past === past) continue;
            expect(counted(store)).toEqual(differing(before, selectTrace(store.getState())));
          }
        },
      ),
      200,
    );
  });

  it('of a number of one row of X is that row of Q, and no other', () => {
    const store = createAppStore({ step: 'projection' });
    setCell(store, { matrix: 'x', row: 2, col: 4, value: 3 });
    const now = selectTrace(store.getState()).attention.heads[0]!.q;
    const before = matrixBefore(store.getState(), { matrix: 'q', head: 0 });
    const rows = [0, 1, 2, 3, 4].filter((row) =>
      [0, 1, 2].some((col) => valueIn(before, { row, col }) !== now.data[row * 3 + col]),
    );
    expect(rows).toEqual([2]);
  });

  it('of a longer sentence has every cell that was not there', () => {
    const store = createAppStore();
    setTokens(store, ['我', '有', '一', '个', '玩', '具']);
    expect(counted(store)['x']).toBe(9);
  });

  it('is nothing where nothing was changed', () => {
    expect(rippleOf(createAppStore().getState())).toEqual([]);
  });

  it('of a change undone is the same cells again', () => {
    const store = createAppStore();
    setCell(store, { matrix: 'wv', row: 0, col: 0, value: 3 });
    const there = counted(store);
    store.getState().undo();
    expect(counted(store)).toEqual(there);
  });
});
