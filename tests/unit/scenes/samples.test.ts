/** The laboratory's samples: what a larger d_k does to scores, and that dividing by √d_k undoes it. */
import { describe, expect, it } from 'vitest';
import { sampleScores, type Sampled } from '../../../src/scenes/samples.ts';
import { at } from '../../../src/math/index.ts';

const widths = Array.from({ length: 10 }, (_, power) => 2 ** power);

const topShare = ({ weights }: Sampled): number => {
  const tops = Array.from({ length: weights.rows }, (_, row) =>
    Math.max(...Array.from({ length: weights.cols }, (_col, col) => at(weights, row, col))),
  );
  return tops.reduce((a, b) => a + b, 0) / tops.length;
};

describe.each(widths)('at d_k = %i', (dK) => {
  const { unscaled, scaled } = sampleScores(dK);

  it('is the same on every call', () => {
    expect(sampleScores(dK).unscaled.spread).toBe(unscaled.spread);
  });

  it('spreads about √d_k without the division', () => {
    expect(Math.abs(unscaled.spread / Math.sqrt(dK) - 1)).toBeLessThan(0.35);
  });

  it('spreads exactly √d_k times less with it', () => {
    expect(scaled.spread * Math.sqrt(dK)).toBeCloseTo(unscaled.spread, 9);
  });

  it('shows the softmax over five keys', () => {
    expect([unscaled.weights.cols, scaled.weights.cols]).toEqual([5, 5]);
  });

  it.each([
    ['without', unscaled],
    ['with', scaled],
  ] as const)('has rows that sum to 1, %s', (_, { weights }) => {
    const sums = Array.from({ length: weights.rows }, (_row, row) =>
      Array.from({ length: weights.cols }, (_col, col) => at(weights, row, col)).reduce(
        (a, b) => a + b,
        0,
      ),
    );
    expect(sums.filter((sum) => Math.abs(sum - 1) > 1e-12)).toEqual([]);
  });
});

describe('saturation', () => {
  it('grows with d_k, as the slider shows: the spread never falls', () => {
    const spreads = widths.map((dK) => sampleScores(dK).unscaled.spread);
    expect(spreads).toEqual(spreads.toSorted((a, b) => a - b));
  });

  it('comes without the division: the largest share nears 1', () => {
    expect(topShare(sampleScores(512).unscaled)).toBeGreaterThan(0.9);
  });

  it('does not come with it', () => {
    expect(topShare(sampleScores(512).scaled)).toBeLessThan(0.7);
  });
});
