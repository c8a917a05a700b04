/** Losses and floors by hand on corpora of two sentences, then their laws; and the grid of the rounded parameters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossAndGradients, mapParameters, parameterNames } from '../../../src/decoder/index.ts';
import { mapEntries, toRows } from '../../../src/math/index.ts';
import {
  advanceRun,
  entropyFloor,
  floorWithoutContext,
  lossOf,
  roundedParameters,
  startRun,
  trainedHeads,
  type Means,
  type Sequences,
} from '../../../src/training/index.ts';
import { matrixFrom } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';
import { numbersOf, tinyPlan, tinySequences, tinyVocabulary } from '../../support/runs.ts';

const { LN2 } = Math;

const expectMeans = (got: Means, want: Means): void => {
  expect(got.byPosition).toHaveLength(want.byPosition.length);
  for (const [i, value] of [want.mean, ...want.byPosition].entries()) {
    expect([got.mean, ...got.byPosition][i]).toBeCloseTo(value, 14);
  }
};

const vocabulary = 5;
/** Few tokens, so that beginnings recur. */
const sentences = fc.array(
  fc.array(fc.integer({ min: 0, max: vocabulary - 1 }), { minLength: 2, maxLength: 5 }),
  { minLength: 1, maxLength: 8 },
);

/** Each mean of `low` at most the same of `high`, but for rounding. */
const expectBelow = (low: Means, high: Means): void => {
  for (const [i, value] of [low.mean, ...low.byPosition].entries()) {
    expect(value).toBeLessThanOrEqual([high.mean, ...high.byPosition][i]! + 1e-12);
  }
};

describe('entropyFloor', () => {
  it('is ln 2 where two characters follow the same beginning, 0 where one does', () => {
    const sequences = [
      [2, 3, 1],
      [2, 4, 1],
    ];
    expectMeans(entropyFloor(sequences), { mean: LN2 / 2, byPosition: [LN2, 0] });
  });

  it('is the entropy of unequal shares: one of three, and two of three', () => {
    const sequences = [
      [2, 3],
      [2, 3],
      [2, 4],
    ];
    const entropy = -(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3);
    expectMeans(entropyFloor(sequences), { mean: entropy, byPosition: [entropy] });
  });

  it('is a mean over questions: a place that few sentences have counts as often as it is asked', () => {
    const sequences = [
      [2, 3, 1],
      [2, 1],
    ];
    expectMeans(entropyFloor(sequences), { mean: (2 * LN2) / 3, byPosition: [LN2, 0] });
  });

  it('knows the whole beginning, not only its last character', () => {
    const sequences = [
      [2, 5, 3],
      [4, 5, 6],
    ];
    expectMeans(entropyFloor(sequences), { mean: 0, byPosition: [0, 0] });
  });

  it('does not take 1 followed by 2 for 12', () => {
    const sequences = [
      [1, 2, 3],
      [12, 4],
    ];
    expectMeans(entropyFloor(sequences), { mean: 0, byPosition: [0, 0] });
  });
});

describe('floorWithoutContext', () => {
  it('knows the last character only', () => {
    const sequences = [
      [2, 5, 3],
      [4, 5, 6],
    ];
    expectMeans(floorWithoutContext(sequences), { mean: LN2 / 2, byPosition: [0, LN2] });
  });

  it('knows its place too', () => {
    expectMeans(floorWithoutContext([[2, 3, 2, 4]]), { mean: 0, byPosition: [0, 0, 0] });
  });

  it('is never below the entropy floor', () => {
    holds(
      fc.property(sentences, (sequences) => {
        expectBelow(entropyFloor(sequences), floorWithoutContext(sequences));
      }),
      200,
    );
  });
});

describe('lossOf', () => {
  const { parameters } = startRun(tinyPlan, tinyVocabulary.length);

  it('has the mean that training lowers', () => {
    const { loss } = lossAndGradients(parameters, trainedHeads, tinySequences);
    expect(lossOf(parameters, tinySequences).mean).toBeCloseTo(loss, 13);
  });

  it('of equal logits is ln V everywhere', () => {
    const flat = mapParameters((name) => mapEntries(parameters[name], () => 0));
    const even = Math.log(tinyVocabulary.length);
    expectMeans(lossOf(flat, tinySequences), { mean: even, byPosition: Array(5).fill(even) });
  });

  /** Parameters on their way from a random start to knowing the sentences. */
  const trained = (attention: boolean) =>
    fc.record({ sequences: sentences, seed: fc.nat(1000), steps: fc.nat(30) }).map((c) => {
      const plan = { ...tinyPlan, attention, seed: c.seed, steps: 60 };
      const run = startRun(plan, vocabulary);
      const until = (steps: number): boolean => steps >= c.steps;
      return { ...c, parameters: advanceRun(run, plan, c.sequences, until).parameters };
    });

  it('is never below the entropy floor, whatever the parameters', () => {
    holds(
      fc.property(trained(true), (c) => {
        expectBelow(entropyFloor(c.sequences), lossOf(c.parameters, c.sequences));
      }),
    );
  });

  it('without attention is never below the floor without context', () => {
    holds(
      fc.property(trained(false), (c) => {
        expectBelow(floorWithoutContext(c.sequences), lossOf(c.parameters, c.sequences));
      }),
    );
  });

  it('comes near the entropy floor of a tiny corpus that was trained on', () => {
    const plan = { ...tinyPlan, steps: 150 };
    const sequences: Sequences = tinySequences;
    const run = advanceRun(startRun(plan, tinyVocabulary.length), plan, sequences, () => false);
    const above = lossOf(run.parameters, sequences).mean - entropyFloor(sequences).mean;
    expect(above).toBeLessThan(0.01);
  });
});

describe('roundedParameters', () => {
  const { parameters } = startRun(tinyPlan, tinyVocabulary.length);
  const rounded = roundedParameters(parameters);

  it.each(parameterNames)('keeps the shape of %s', (name) => {
    const { rows, cols } = parameters[name];
    expect(rounded[name]).toMatchObject({ rows, cols });
  });

  it('is on the grid of 0.01', () => {
    expect(numbersOf(rounded).filter((value) => Number(value.toFixed(2)) !== value)).toEqual([]);
  });

  it('moves nothing by more than half a step', () => {
    const before = numbersOf(parameters);
    const far = numbersOf(rounded).filter(
      (value, i) => Math.abs(value - before[i]!) > 0.005 + 1e-12,
    );
    expect(far).toEqual([]);
  });

  it('makes −0.001 and −0 a plain 0', () => {
    const small = { ...parameters, b2: matrixFrom(1, 3, [-0.001, -0, 0.004]) };
    const [row = []] = toRows(roundedParameters(small).b2);
    expect(row.map((value) => Object.is(value, 0))).toEqual([true, true, true]);
  });

  it('changes nothing the second time', () => {
    expect(roundedParameters(rounded)).toEqual(rounded);
  });

  it('holds on any numbers: on the grid, near, never −0', () => {
    const numbers = fc.double({ min: -50, max: 50, noNaN: true });
    holds(
      fc.property(numbers, (value) => {
        const one = mapParameters(() => matrixFrom(1, 1, [value]));
        const [got = Number.NaN] = roundedParameters(one).wq.data;
        expect(Number(got.toFixed(2))).toBe(got);
        expect(Math.abs(got - value)).toBeLessThanOrEqual(0.005 + 1e-12);
        expect(Object.is(got, -0)).toBe(false);
      }),
      500,
    );
  });

  it('leaves the parameters it was given as they were', () => {
    const before = structuredClone(parameters);
    roundedParameters(parameters);
    expect(parameters).toEqual(before);
  });
});
