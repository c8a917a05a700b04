/** What depends on a cell, and two states held against each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setCell } from '../../../src/changes/actions.ts';
import { rippleOf } from '../../../src/changes/ripple.ts';
import { decode, type DecoderTrace, type SetCell } from '../../../src/decoder/index.ts';
import {
  createAppStore,
  selectDomain,
  selectTrace,
  type EditableMatrix,
  type State,
} from '../../../src/store/index.ts';
import { holds } from '../../support/property.ts';

/** The same computation with one number moved by a hundredth, without the store. */
const moved = (state: State, matrix: EditableMatrix, row: number, col: number): DecoderTrace => {
  const { inputs, x } = selectTrace(state);
  const { parameters, config, tokens } = inputs;
  const old = matrix === 'x' ? x : parameters[matrix];
  const value = (old.data[row * old.cols + col] ?? 0) + 0.01;
  if (matrix === 'x') {
    const set: readonly SetCell[] = [{ row, col, value }];
    return decode(parameters, config, tokens, set);
  }
  const data = Float64Array.from(old.data);
  data[row * old.cols + col] = value;
  return decode({ ...parameters, [matrix]: { ...old, data } }, config, tokens);
};

/** How many numbers of a stage differ. */
const differing = (a: DecoderTrace, b: DecoderTrace): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  const compare = (name: string, left: ArrayLike<number>, right: ArrayLike<number>): void => {
    const count = Array.from(left).filter((value, index) => value !== right[index]).length;
    if (count > 0) counts[name] = count;
  };
  for (const name of ['x', 'residual1', 'y', 'hidden', 'z', 'logits'] as const)
    compare(name, a[name].data, b[name].data);
  a.attention.heads.forEach((head, index) => {
    const other = b.attention.heads[index];
    for (const name of ['q', 'k', 'v', 'scores', 'masked', 'weights', 'context'] as const)
      compare(`${name} ${index}`, head[name].data, other?.[name].data ?? []);
  });
  return counts;
};

describe('the influence of a cell', () => {
  it('is what a numerical perturbation of it changes', () => {
    const cell = fc.record({
      matrix: fc.constantFrom('x', 'wq', 'wk', 'wv', 'wo', 'w1', 'norm1Bias' as const),
      row: fc.nat({ max: 4 }),
      col: fc.nat({ max: 8 }),
    }) as fc.Arbitrary<{ matrix: EditableMatrix; row: number; col: number }>;
    holds(
      fc.property(cell, fc.boolean(), ({ matrix, row: drawn, col }, causal) => {
        const row = matrix === 'norm1Bias' ? 0 : drawn;
        const store = createAppStore();
        store.getState().setCausal(causal);
        store.getState().setProbe({ matrix, row, col });
        const want = differing(
          selectTrace(store.getState()),
          moved(store.getState(), matrix, row, col),
        );
        const names = new Set(
          Object.keys(want).concat('x', 'residual1', 'y', 'hidden', 'z', 'logits'),
        );
        const got = Object.fromEntries(
          rippleOf(store.getState())
            .map(
              (one) =>
                [
                  one.head === undefined ? one.matrix : `${one.matrix} ${one.head}`,
                  one.count,
                ] as const,
            )
            .filter(
              ([name]) => names.has(name) || /^(q|k|v|scores|masked|weights|context) /.test(name),
            ),
        );
        expect(got).toEqual(want);
      }),
      150,
    );
  });

  it('of a row of X never reaches a token before it under the mask', () => {
    const store = createAppStore();
    store.getState().setCausal(true);
    store.getState().setProbe({ matrix: 'x', row: 3, col: 0 });
    const count = rippleOf(store.getState()).find(({ matrix }) => matrix === 'z')?.count;
    expect(count).toBe(18);
  });

  it('changes no number of the page', () => {
    const store = createAppStore();
    const before = selectTrace(store.getState());
    store.getState().setProbe({ matrix: 'wq', row: 0, col: 0 });
    expect(selectTrace(store.getState())).toBe(before);
  });

  it('ends with the next change', () => {
    const store = createAppStore();
    store.getState().setProbe({ matrix: 'wq', row: 0, col: 0 });
    setCell(store, { matrix: 'wq', row: 0, col: 0, value: 1 });
    expect(store.getState().probe).toBeNull();
  });
});

describe('A and B', () => {
  const compared = () => {
    const store = createAppStore();
    store.getState().hold();
    setCell(store, { matrix: 'x', row: 4, col: 0, value: 30 });
    return store;
  };
  const x = (state: State): number => selectTrace(state).x.data[36] ?? 0;

  it('are shown in turn', () => {
    const store = compared();
    const own = x(createAppStore().getState());
    const seen = [x(store.getState())];
    store.getState().show('a');
    seen.push(x(store.getState()));
    store.getState().show('b');
    seen.push(x(store.getState()));
    expect(seen).toEqual([30, own, 30]);
  });

  it('have one colour scale, whichever is shown', () => {
    const store = compared();
    const b = selectDomain(store.getState(), 'x');
    store.getState().show('a');
    expect(selectDomain(store.getState(), 'x')).toBe(b);
    store.getState().release();
    expect(selectDomain(store.getState(), 'x')).toBeLessThan(b);
  });

  it('have their difference marked, the same from both sides', () => {
    const store = compared();
    const fromB = rippleOf(store.getState());
    store.getState().show('a');
    expect(rippleOf(store.getState())).toEqual(fromB);
  });

  it('stay the two while B is changed on', () => {
    const store = compared();
    setCell(store, { matrix: 'wq', row: 0, col: 0, value: 2 });
    store.getState().show('a');
    expect(store.getState().edits).toEqual([]);
  });

  it('undo of A leads to B, and not out of it', () => {
    const store = compared();
    store.getState().show('a');
    store.getState().undo();
    expect([store.getState().side, x(store.getState())]).toEqual(['b', 30]);
  });

  it('are one again once they are released', () => {
    const store = compared();
    store.getState().release();
    store.getState().show('a');
    expect(x(store.getState())).toBe(30);
  });
});
