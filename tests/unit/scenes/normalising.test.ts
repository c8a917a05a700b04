/** A row on its way to mean 0 and spread 1: what lies between the two matrices that the decoder keeps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../../../src/math/index.ts';
import { normalising, rangeWithZero } from '../../../src/scenes/prediction/normalising.ts';
import { createAppStore, explain, selectTrace } from '../../../src/store/index.ts';
import { holds } from '../../support/property.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const spread = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
const momentsOf = (values: readonly number[]) => ({
  mean: mean(values),
  deviation: spread(values),
});

const rows = fc
  .array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 12 })
  .filter((values) => spread(values) > 0.01);

describe('a row', () => {
  it('is itself before it is shifted', () => {
    holds(
      fc.property(rows, (values) => {
        expect(normalising(values, momentsOf(values), 0, 0)).toEqual(values);
      }),
    );
  });

  it('has mean 0 and its own spread when it is shifted', () => {
    holds(
      fc.property(rows, (values) => {
        const shifted = normalising(values, momentsOf(values), 1, 0);
        expect(mean(shifted)).toBeCloseTo(0, 9);
        expect(spread(shifted)).toBeCloseTo(spread(values), 9);
      }),
    );
  });

  it('has mean 0 and spread 1 when it is stretched', () => {
    holds(
      fc.property(rows, (values) => {
        const made = normalising(values, momentsOf(values), 1, 1);
        expect(mean(made)).toBeCloseTo(0, 9);
        expect(spread(made)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe.each([
  ['first', 'residual1', 'y', 'norm1Gain', 'norm1Bias'],
  ['second', 'residual2', 'z', 'norm2Gain', 'norm2Bias'],
] as const)('the %s norm of the trained model', (_, source, made, gain, bias) => {
  it('is the normalised row times the gain plus the bias', () => {
    const state = createAppStore({ step: 'prediction' }).getState();
    const trace = selectTrace(state);
    const { parameters } = trace.inputs;
    const row = trace.x.rows - 1;
    const cols = Array.from({ length: trace.x.cols }, (_col, col) => col);
    const { shift = 0, divisor = 0 } = explain(state, { matrix: made, row, col: 0 });
    const values = cols.map((col) => at(trace[source], row, col));
    const remade = normalising(values, { mean: shift, deviation: divisor }, 1, 1).map(
      (value, col) => value * at(parameters[gain], 0, col) + at(parameters[bias], 0, col),
    );
    for (const col of cols) expect(remade[col]).toBeCloseTo(at(trace[made], row, col), 12);
  });
});

describe('a range', () => {
  it.each([
    [
      [1, 2],
      [0, 2],
    ],
    [
      [-3, -1],
      [-3, 0],
    ],
    [
      [-1, 4],
      [-1, 4],
    ],
  ])('of %j has 0 in it: %j', (values, range) => {
    expect(rangeWithZero(values)).toEqual(range);
  });
});
