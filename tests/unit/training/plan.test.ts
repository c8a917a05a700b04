/** The learning rate's way: up in a line, down along half a cosine, nothing at the end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleShape } from '../../../src/example/index.ts';
import { learningRateAt, ourPlan, trainedHeads } from '../../../src/training/index.ts';
import { holds } from '../../support/property.ts';

const plan = { learningRate: 0.8, warmUp: 4, steps: 12 };

const plans = fc
  .record({
    learningRate: fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000),
    warmUp: fc.integer({ min: 0, max: 40 }),
    after: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ after, ...rest }) => ({ ...rest, steps: rest.warmUp + after }));

const ratesOf = (one: typeof plan): number[] =>
  Array.from({ length: one.steps + 1 }, (_, step) => learningRateAt(one, step));

describe('learningRateAt', () => {
  it('goes up in a line over the warm-up, from above 0', () => {
    const rates = [0, 1, 2, 3].map((step) => learningRateAt(plan, step));
    expect(rates).toEqual([0.2, 0.4, (0.8 * 3) / 4, 0.8]);
  });

  it('is at its peak when the warm-up is over', () => {
    expect(learningRateAt(plan, 4)).toBe(0.8);
  });

  it('is half of it half-way down', () => {
    expect(learningRateAt(plan, 8)).toBeCloseTo(0.4, 15);
  });

  it('is a quarter of the way down the cosine where its angle is 60°', () => {
    expect(learningRateAt({ learningRate: 1, warmUp: 0, steps: 3 }, 1)).toBeCloseTo(0.75, 15);
  });

  it('is 0 at the end and after it', () => {
    expect([12, 13, 1000].map((step) => learningRateAt(plan, step))).toEqual([0, 0, 0]);
  });

  it('starts at the peak without a warm-up', () => {
    expect(learningRateAt({ ...plan, warmUp: 0 }, 0)).toBe(0.8);
  });

  it('is never negative and never above the peak, but for rounding', () => {
    holds(
      fc.property(plans, (one) =>
        ratesOf(one).every((rate) => rate >= 0 && rate <= one.learningRate * (1 + 1e-15)),
      ),
    );
  });

  it('is positive at every step that is taken', () => {
    holds(
      fc.property(plans, (one) =>
        ratesOf(one)
          .slice(0, -1)
          .every((rate) => rate > 0),
      ),
    );
  });

  it('is at the peak after the warm-up of any plan', () => {
    holds(fc.property(plans, (one) => learningRateAt(one, one.warmUp) === one.learningRate));
  });

  it('never grows after the peak', () => {
    holds(
      fc.property(plans, (one) => {
        const down = ratesOf(one).slice(one.warmUp);
        expect(down).toEqual(down.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('our plan', () => {
  it('trains with attention', () => {
    expect(ourPlan.attention).toBe(true);
  });

  it('has its warm-up well before its end', () => {
    expect(ourPlan.warmUp * 10).toBeLessThan(ourPlan.steps);
  });

  it('trains the heads that the page shows', () => {
    expect(trainedHeads.nHeads).toBe(exampleShape.nHeads);
  });
});
