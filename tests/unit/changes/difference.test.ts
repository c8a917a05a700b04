/** The difference of two states is B − A in every cell of every matrix, whatever was changed between them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headMatrices } from '../../../src/attention/index.ts';
import { setCell, setTokens } from '../../../src/changes/actions.ts';
import { asDifference, heldValues } from '../../../src/changes/difference.ts';
import {
  parameterNames,
  stageNames,
  type DecoderMatrixName,
  type DecoderTrace,
} from '../../../src/decoder/index.ts';
import type { Look } from '../../../src/frame/index.ts';
import type { Matrix } from '../../../src/math/index.ts';
import {
  createAppStore,
  readableCeiling,
  ruleOf,
  selectDomain,
  selectTrace,
  type AppStore,
  type State,
} from '../../../src/store/index.ts';
import { holds } from '../../support/property.ts';
import { sentence } from '../store/samples.ts';

interface Named {
  readonly name: DecoderMatrixName;
  readonly head?: number;
  readonly matrix: Matrix;
}

/** Every matrix of a trace, read without the code that is tested. */
const all = (trace: DecoderTrace): readonly Named[] => {
  const { inputs, attention, ...stages } = trace;
  return [
    ...parameterNames.map((name) => ({ name, matrix: inputs.parameters[name] })),
    ...stageNames.map((name) => ({ name, matrix: stages[name] })),
    { name: 'concat', matrix: attention.concat },
    { name: 'output', matrix: attention.output },
    ...attention.heads.flatMap((one, head) =>
      headMatrices.map((name) => ({ name, head, matrix: one[name] })),
    ),
  ];
};

const lookOf = (state: State, { name, head, matrix }: Named): Look & { matrix: Matrix } => ({
  id: { matrix: name, ...(head === undefined ? {} : { head }) },
  matrix,
  rule: ruleOf(name),
  domain: selectDomain(state, name),
  cellLabel: (row, col, value) => `${name} ${row} ${col} ${value}`,
});

/** A held, B changed, and the two traces. */
const compared = (change: (store: AppStore) => void, causal = false) => {
  const store = createAppStore({ step: 'projection' });
  store.getState().setCausal(causal);
  const a = selectTrace(store.getState());
  store.getState().hold();
  change(store);
  const b = selectTrace(store.getState());
  store.getState().show('diff');
  return { store, state: store.getState(), a, b };
};

const changes = fc.record({
  edits: fc.array(
    fc.record({
      matrix: fc.constantFrom('x', 'wq', 'wk', 'wv', 'wo', 'w1', 'b2', 'norm1Gain', 'unembedding'),
      row: fc.nat({ max: 4 }),
      col: fc.nat({ max: 8 }),
      value: fc.integer({ min: -3000, max: 3000 }).map((number) => number / 1000),
    }),
    { maxLength: 3 },
  ),
  length: fc.integer({ min: 1, max: 8 }),
  nHeads: fc.constantFrom(1, 3, 9),
  before: fc.boolean(),
  after: fc.boolean(),
});

describe('the difference', () => {
  it('is B − A in every cell of every matrix, and a blank where one of the two has no number', () => {
    holds(
      fc.property(changes, ({ edits, length, nHeads, before, after }) => {
        const { state, a, b } = compared((store) => {
          setTokens(store, sentence(length));
          store.getState().setHeads(nHeads);
          for (const edit of edits) setCell(store, edit);
          store.getState().setCausal(after);
        }, before);
        const old = new Map(all(a).map((one) => [`${one.name} ${one.head}`, one.matrix]));
        for (const named of all(b)) {
          const was = old.get(`${named.name} ${named.head}`);
          const { rows, cols, data } = named.matrix;
          const want = Array.from(data, (value, index) => {
            const [row, col] = [Math.floor(index / cols), index % cols];
            if (!was || row >= was.rows || col >= was.cols) return -Infinity;
            const difference = value - (was.data[row * was.cols + col] ?? Number.NaN);
            return Number.isFinite(difference) ? difference : -Infinity;
          });
          const look = asDifference(state, lookOf(state, named));
          expect([...look.matrix.data]).toEqual(want);
          expect([look.matrix.rows, look.matrix.cols, look.rule]).toEqual([rows, cols, 'signed']);
          expect(want.map((_, i) => look.blankOf?.(Math.floor(i / cols), i % cols))).toEqual(
            want.map((value) => value === -Infinity),
          );
          expect(Math.max(...want.filter(Number.isFinite).map(Math.abs), 0)).toBeLessThanOrEqual(
            look.domain * (1 + 1e-9),
          );
        }
      }),
      60,
    );
  });

  const moved = () =>
    compared((store) => setCell(store, { matrix: 'x', row: 4, col: 0, value: 3 }));

  it('has one scale for a name, whichever head and with its legend', () => {
    const { state, b } = moved();
    const queries = all(b).filter(({ name }) => name === 'q');
    const domains = queries.map((one) => asDifference(state, lookOf(state, one)).domain);
    const legend = asDifference(state, { id: { matrix: 'q' }, rule: 'signed', domain: 7 });
    expect(new Set([...domains, legend.domain]).size).toBe(1);
    const most = queries.flatMap((one) =>
      Array.from(asDifference(state, lookOf(state, one)).matrix.data, Math.abs),
    );
    expect(legend.domain).toBe(readableCeiling(Math.max(...most)));
  });

  it('of a head’s columns of a projection is that of the same columns of the whole', () => {
    const { state, b } = compared((store) =>
      setCell(store, { matrix: 'wq', row: 1, col: 5, value: 2 }),
    );
    const wq = b.inputs.parameters.wq;
    const matrix = {
      rows: 9,
      cols: 3,
      data: wq.data.filter((_, index) => Math.floor((index % 9) / 3) === 1),
    };
    const { data } = asDifference(state, lookOf(state, { name: 'wq', head: 1, matrix })).matrix;
    const differing = [...data].flatMap((value, index) => (value === 0 ? [] : [index]));
    expect(differing).toEqual([1 * 3 + 2]);
  });

  it('says itself and both numbers, or whose the only one is', () => {
    const { state, b } = compared((store) => {
      setTokens(store, sentence(6));
      setCell(store, { matrix: 'x', row: 4, col: 0, value: 3 });
    });
    const look = asDifference(state, lookOf(state, { name: 'x', matrix: b.x }));
    const said = (row: number): string =>
      look.cellLabel?.(row, 0, look.matrix.data[row * 9] ?? Number.NaN) ?? '';
    expect(said(4)).toMatch(/^B − A: x 4 0 [\d.]+ \(A −?\d\.\d\d, B 3\.00\)$/);
    expect(said(5)).toMatch(/^x 5 0 .*\(只有 B 有\)$/);
  });

  it('is not drawn where A or B is, nor while the stop moves', () => {
    const { store, b } = moved();
    const isOwn = (): boolean => {
      const given = lookOf(store.getState(), { name: 'x', matrix: b.x });
      return asDifference(store.getState(), given) === given;
    };
    const seen = [isOwn()];
    store.getState().show('b');
    seen.push(isOwn());
    store.getState().show('diff');
    store.getState().setMoment(0.5);
    seen.push(isOwn());
    expect(seen).toEqual([false, true, true]);
  });
});

describe('a cell in both', () => {
  const x = { matrix: 'x', row: 4, col: 0 } as const;

  it('is the same from every side', () => {
    const { store } = compared((one) => setCell(one, { ...x, value: 3 }));
    const seen = (['diff', 'b', 'a'] as const).map((side) => {
      store.getState().show(side);
      return heldValues(store.getState(), x);
    });
    expect(seen[0]?.b).toBe(3);
    expect(seen[0]?.diff).toBe(3 - (seen[0]?.a ?? 0));
    expect([seen[1], seen[2]]).toEqual([seen[0], seen[0]]);
  });

  it('has no difference where one of the two has no such cell, or both mask it', () => {
    const { state } = compared((store) => setTokens(store, sentence(6)), true);
    expect(heldValues(state, { ...x, row: 5 })).toMatchObject({ a: null, diff: null });
    expect(heldValues(state, { matrix: 'masked', head: 0, row: 0, col: 1 })).toEqual({
      a: -Infinity,
      b: -Infinity,
      diff: null,
    });
  });
});

describe('going to the difference and back', () => {
  it('changes nothing of A and B', () => {
    const { store, b } = compared((one) => setCell(one, { matrix: 'x', row: 4, col: 0, value: 3 }));
    store.getState().show('a');
    store.getState().show('diff');
    expect(selectTrace(store.getState())).toBe(b);
    store.getState().show('b');
    expect(selectTrace(store.getState())).toBe(b);
  });

  it('B is changed on from there', () => {
    const { store } = compared((one) => setCell(one, { matrix: 'x', row: 4, col: 0, value: 3 }));
    setCell(store, { matrix: 'x', row: 4, col: 0, value: 4 });
    expect(heldValues(store.getState(), { matrix: 'x', row: 4, col: 0 })?.b).toBe(4);
    expect(store.getState().side).toBe('diff');
  });
});
