/** What is computed with when parts of the model are off or missing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeadMatrix } from '../../../src/attention/index.ts';
import { parameterNames, type DecoderMatrixName } from '../../../src/decoder/index.ts';
import { exampleTokens, trainedParameters } from '../../../src/example/index.ts';
import { toRows, type Matrix } from '../../../src/math/index.ts';
import {
  contextLengthOf,
  selectAttentionOff,
  selectComputation,
  selectFacts,
  selectParameters,
  selectPredicts,
  selectTrace,
  traceOf,
  type State,
} from '../../../src/store/index.ts';
import { beatOf, stepOf, steps } from '../../../src/walkthrough/index.ts';
import { expectEveryCellExplained } from '../../support/explanations.ts';
import { holds } from '../../support/property.ts';
import { explainedDecoder } from '../../support/traces.ts';
import { sentence, stateWith } from './samples.ts';

const contextLength = 12;

const headCounts = fc.constantFrom(1, 3, 9);
/** A head count, and some of its heads. */
const headChoices = headCounts.chain((nHeads) =>
  fc.record({
    nHeads: fc.constant(nHeads),
    headsOff: fc.subarray(Array.from({ length: nHeads }, (_, head) => head)),
  }),
);

const zeros = (m: Matrix): boolean => m.data.every((value) => value === 0);

describe('a head that is off', () => {
  /** The rows of W_O that belong to a head. */
  const ownRows = ({ nHeads }: Pick<State, 'nHeads'>, head: number): number[] =>
    Array.from({ length: 9 / nHeads }, (_, i) => head * (9 / nHeads) + i);

  it('has zeros in its rows of W_O, and the others keep theirs', () => {
    holds(
      fc.property(headChoices, (choice) => {
        const state = stateWith(choice);
        const off = new Set(choice.headsOff.flatMap((head) => ownRows(choice, head)));
        const wanted = toRows(state.parameters.wo).map((row, index) =>
          off.has(index) ? row.map(() => 0) : row,
        );
        expect(toRows(selectParameters(state).wo)).toEqual(wanted);
      }),
    );
  });

  it('leaves every other parameter the same object', () => {
    holds(
      fc.property(headChoices, (choice) => {
        const state = stateWith(choice);
        const used = selectParameters(state);
        const others = parameterNames.filter((name) => name !== 'wo');
        const changed = others.filter((name) => used[name] !== state.parameters[name]);
        expect(changed).toEqual([]);
      }),
    );
  });

  it('changes nothing that comes before W_O', () => {
    const before: readonly DecoderMatrixName[] = ['q', 'k', 'v', 'scores', 'weights', 'context'];
    holds(
      fc.property(headChoices, (choice) => {
        const [on, off] = [{ ...choice, headsOff: [] }, choice].map((heads) =>
          selectComputation(stateWith({ step: 'prediction', ...heads })),
        );
        for (let head = 0; head < choice.nHeads; head++)
          for (const matrix of before)
            expect(off?.matrix({ matrix, head }).data).toEqual(on?.matrix({ matrix, head }).data);
        expect(off?.matrix({ matrix: 'concat' }).data).toEqual(
          on?.matrix({ matrix: 'concat' }).data,
        );
      }),
    );
  });

  it('changes the output, and so the answer', () => {
    const [on, off] = [stateWith(), stateWith({ headsOff: [1] })].map((state) =>
      traceOf(state, true),
    );
    expect(off?.attention.output.data).not.toEqual(on?.attention.output.data);
    expect(off?.probabilities.data).not.toEqual(on?.probabilities.data);
  });

  it('adds to the output what it added, and no more: the heads’ outputs sum to the whole', () => {
    const outputOf = (headsOff: readonly number[]): Matrix =>
      traceOf(stateWith({ headsOff }), true).attention.output;
    const parts = [
      [1, 2],
      [0, 2],
      [0, 1],
    ].map(outputOf);
    const sums = [...outputOf([]).data].map((whole, i) =>
      Math.abs(whole - parts.reduce((sum, { data }) => sum + (data[i] ?? Number.NaN), 0)),
    );
    expect(Math.max(...sums)).toBeLessThan(1e-12);
  });

  it.each([[[0]], [[1, 2]], [[0, 1, 2]]])(
    'leaves every number its explanation, with heads %j off',
    (headsOff) => {
      const trace = traceOf(stateWith({ headsOff }), true);
      expect(expectEveryCellExplained(explainedDecoder(trace))).toBeGreaterThan(1000);
    },
  );
});

describe('attention that is off', () => {
  it.each([1, 3, 9])('is all of %i heads off', (nHeads) => {
    const all = Array.from({ length: nHeads }, (_, head) => head);
    const choices = [all, all.slice(1), []];
    expect(choices.map((headsOff) => selectAttentionOff({ nHeads, headsOff }))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has an output of 0 exactly', () => {
    const { output } = traceOf(stateWith({ headsOff: [0, 1, 2] }), true).attention;
    expect(zeros(output)).toBe(true);
  });

  it('answers the same whatever stands before the last token, at the same place', () => {
    const answer = (tokens: readonly string[]): readonly number[] =>
      toRows(traceOf(stateWith({ tokens, headsOff: [0, 1, 2] }), true).probabilities).at(-1) ?? [];
    expect(answer(['你', '们', '一', '起', '玩'])).toEqual(answer(exampleTokens));
  });
});

describe('positions that are off', () => {
  const off = (tokens: readonly string[], causal = false) =>
    traceOf(stateWith({ tokens, positions: false }), causal);

  it('are a table of zeros of the same shape', () => {
    const { positionEmbedding } = selectParameters(stateWith({ positions: false }));
    expect([positionEmbedding.rows, positionEmbedding.cols, zeros(positionEmbedding)]).toEqual([
      contextLength,
      9,
      true,
    ]);
  });

  it('make reordering the tokens a reordering of the rows of X', () => {
    const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    const x = toRows(off(exampleTokens).x);
    holds(
      fc.property(shuffled, (order) => {
        const reordered = order.map((index) => exampleTokens[index] ?? '');
        expect(toRows(off(reordered).x)).toEqual(order.map((index) => x[index]));
      }),
    );
  });

  it('make it a reordering of all that follows, where there is no mask', () => {
    const backwards = exampleTokens.toReversed();
    const want = toRows(off(exampleTokens).z).toReversed().flat();
    const got = toRows(off(backwards).z).flat();
    // Sums are taken in another order, so the last bits may differ.
    expect(Math.max(...got.map((value, i) => Math.abs(value - (want[i] ?? 0))))).toBeLessThan(
      1e-12,
    );
  });

  it('do tell orders apart while they are on', () => {
    const on = (tokens: readonly string[]) => traceOf(stateWith({ tokens }), false);
    expect(toRows(on(exampleTokens.toReversed()).x)).not.toEqual(
      toRows(on(exampleTokens).x).toReversed(),
    );
  });

  it('leave every number its explanation', () => {
    expect(expectEveryCellExplained(explainedDecoder(off(exampleTokens)))).toBeGreaterThan(1000);
  });
});

describe('a sentence beyond the context', () => {
  const long = stateWith({ tokens: sentence(contextLength + 2) });

  it.each([1, 5, contextLength])('has an answer with %i tokens', (length) => {
    expect(selectPredicts(stateWith({ tokens: sentence(length) }))).toBe(true);
  });

  it.each([contextLength + 1, contextLength + 2, 40])('has none with %i tokens', (length) => {
    expect(selectPredicts(stateWith({ tokens: sentence(length) }))).toBe(false);
  });

  it('has attention all the same, with rows that sum to 1', () => {
    const { heads } = selectTrace(long).attention;
    const sums = heads.flatMap(({ weights }) =>
      toRows(weights).map((row) => row.reduce((sum, share) => sum + share, 0)),
    );
    expect(sums).toHaveLength(3 * long.tokens.length);
    expect(Math.max(...sums.map((sum) => Math.abs(sum - 1)))).toBeLessThan(1e-12);
  });

  it('adds nothing to the tokens beyond', () => {
    const { x } = selectTrace(long);
    const { tokenEmbedding } = long.parameters;
    const id = long.vocabulary.indexOf(long.tokens[contextLength] ?? '');
    expect(toRows(x)[contextLength]).toEqual(toRows(tokenEmbedding)[id]);
  });

  it('adds what was learned to the tokens within', () => {
    const { positionEmbedding } = selectParameters(long);
    expect(toRows(positionEmbedding).slice(0, contextLength)).toEqual(
      toRows(long.parameters.positionEmbedding),
    );
  });

  it('leaves the model’s own table as it is', () => {
    expect(toRows(long.parameters.positionEmbedding)).toEqual(
      toRows(trainedParameters().positionEmbedding),
    );
  });

  it('does not change how long the context is', () => {
    expect(contextLengthOf(long)).toBe(contextLength);
  });

  it('leaves every number its explanation', () => {
    expect(expectEveryCellExplained(explainedDecoder(selectTrace(long)))).toBeGreaterThan(1000);
  });

  it.each(steps.flatMap(({ id, beats }) => beats.map((_, beat) => [id, beat] as const)))(
    'has every matrix that %s/%i reads',
    (step, beat) => {
      const state = { ...long, step, beat };
      const computation = selectComputation(state);
      const empty = beatOf(stepOf(step), beat).reads.filter((matrix) => {
        const ref = isHeadMatrix(matrix) ? { matrix, head: 0 } : { matrix };
        return computation.matrix(ref).data.some((value) => Number.isNaN(value));
      });
      expect(empty).toEqual([]);
    },
  );

  it.each(steps)('can be told of at $id', ({ id }) => {
    expect(selectFacts({ ...long, step: id }).tokens).toHaveLength(contextLength + 2);
  });
});

describe('selectParameters', () => {
  it('is the model’s own object where nothing is off and nothing is missing', () => {
    const state = stateWith({ tokens: sentence(contextLength) });
    expect(selectParameters(state)).toBe(state.parameters);
  });

  it.each([
    ['a head', { headsOff: [1] }],
    ['attention', { headsOff: [0, 1, 2] }],
    ['positions', { positions: false }],
    ['a position', { tokens: sentence(14) }],
    ['all of it', { headsOff: [0], positions: false, tokens: sentence(14) }],
  ] as const)('is one object for the same state without %s', (_, without) => {
    expect(selectParameters(stateWith(without))).toBe(selectParameters(stateWith(without)));
  });

  it('tells everything apart that it depends on', () => {
    const states = [
      {},
      { headsOff: [1] },
      { headsOff: [0, 1] },
      { nHeads: 9, headsOff: [1] },
      { positions: false },
      { headsOff: [1], positions: false },
      { tokens: sentence(13) },
      { tokens: sentence(14) },
      { tokens: sentence(14), headsOff: [1] },
    ].map((overrides) => selectParameters(stateWith(overrides)));
    expect(new Set(states).size).toBe(states.length);
  });

  it('keeps what is computed from it: one trace for the same state', () => {
    const off = { headsOff: [1], positions: false } as const;
    expect(selectTrace(stateWith(off))).toBe(selectTrace(stateWith(off)));
  });

  it('belongs to its model: another model with the same switches has its own', () => {
    const other = stateWith({ headsOff: [1], parameters: trainedParameters() });
    const own = selectParameters(other);
    expect([own === selectParameters(stateWith({ headsOff: [1] })), own.wq]).toEqual([
      false,
      other.parameters.wq,
    ]);
  });
});
