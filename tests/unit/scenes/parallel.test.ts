/** The arrows of `parallel`, held against the trace: one stands exactly where a change of the key's token changes the row. */
import { describe, expect, it } from 'vitest';
import { at, type Matrix } from '../../../src/math/index.ts';
import { tokenIds } from '../../../src/example/index.ts';
import { traceOf } from '../../../src/store/index.ts';
import {
  attentionDependencies,
  recurrentDependencies,
  stepOfEach,
  stepsNeeded,
} from '../../../src/scenes/parallel/dependencies.ts';
import { grown } from '../../../src/scenes/parallel/grown.ts';
import { stateWith } from '../store/samples.ts';

const state = stateWith({ step: 'parallel' });
const all = Array.from({ length: 31 }, (_, place) => place + 2);

const traceFor = (tokens: readonly string[], causal: boolean) =>
  traceOf({ ...state, tokens }, causal).attention;

const rowOf = (matrix: Matrix, row: number): number[] =>
  Array.from({ length: matrix.cols }, (_, col) => at(matrix, row, col));

/** Which rows of any head's context another token at a place changes, as `key row`. */
const influences = (tokens: readonly string[], causal: boolean): string[] => {
  const before = traceFor(tokens, causal);
  return tokens.flatMap((token, key) => {
    const other = state.vocabulary.find((one) => one !== token && one !== '□') ?? '';
    const after = traceFor(tokens.with(key, other), causal);
    return tokens.flatMap((_, row) =>
      String(rowOf(before.concat, row)) === String(rowOf(after.concat, row))
        ? []
        : [`${key} ${row}`],
    );
  });
};

const named = (masked: Matrix): string[] =>
  attentionDependencies(masked).map(({ from, to }) => `${from} ${to}`);

describe.each([true, false])('the arrows of attention with the mask %s', (causal) => {
  it.each([2, 5, 9, 32])('stand where a token changes a row, with %i tokens', (n) => {
    const tokens = grown(state.tokens, n);
    const { masked } = traceFor(tokens, causal).heads[0]!;
    expect(named(masked).toSorted()).toEqual(influences(tokens, causal).toSorted());
  });

  it.each(all)('never wait for a row, with %i tokens', (n) => {
    const { masked } = traceFor(grown(state.tokens, n), causal).heads[0]!;
    const dependencies = attentionDependencies(masked);
    expect(dependencies).toHaveLength(causal ? (n * (n + 1)) / 2 : n * n);
    expect(stepsNeeded(n, dependencies)).toBe(1);
  });
});

describe('the arrows of the recurrent network', () => {
  it.each(all)('wait for every state before, with %i tokens', (n) => {
    const dependencies = recurrentDependencies(n);
    expect(stepsNeeded(n, dependencies)).toBe(n);
    expect(stepOfEach(n, dependencies)).toEqual(Array.from({ length: n }, (_, step) => step));
  });

  it('lead from a token to exactly the states that it changes', () => {
    const n = 6;
    const x = Array.from({ length: n }, (_, row) => row / n);
    const statesOf = (inputs: readonly number[]): number[] => {
      const states: number[] = [];
      for (const input of inputs) states.push(Math.tanh((states.at(-1) ?? 0) + input));
      return states;
    };
    const changed = x.flatMap((_, key) => {
      const after = statesOf(x.with(key, 9));
      return statesOf(x).flatMap((one, row) => (one === after[row] ? [] : [`${key} ${row}`]));
    });
    const dependencies = recurrentDependencies(n);
    const reached = (key: number): number[] => {
      const found = new Set<number>();
      for (const { kind, from, to } of dependencies)
        if (kind === 'input' ? from === key : found.has(from)) found.add(to);
      return [...found];
    };
    const led = x.flatMap((_, key) => reached(key).map((row) => `${key} ${row}`));
    expect(led.toSorted()).toEqual(changed.toSorted());
  });
});

describe('a grown sentence', () => {
  it.each(all)('has %i tokens that the model knows, and begins as the reader’s own', (n) => {
    const tokens = grown(state.tokens, n);
    const unknown = tokenIds(state.vocabulary, tokens).filter((id) => id === 0);
    const own = Math.min(n, state.tokens.length);
    expect([tokens.length, unknown]).toEqual([n, []]);
    expect(tokens.slice(0, own)).toEqual(state.tokens.slice(0, own));
  });

  it('is the reader’s own where it is as long', () => {
    expect(grown(state.tokens, state.tokens.length)).toBe(state.tokens);
  });
});
