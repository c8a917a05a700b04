/** Rows of a transposed operand swing to columns before the product begins to form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productMotion } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { motionsOf, ofEvery, times } from './motions.ts';

const turning = motionsOf((shape) => productMotion({ ...shape, turns: shape.cols }));
const plain = motionsOf(productMotion);

const lines = (count: number): number[] => Array.from({ length: count }, (_, line) => line);

describe('rows that swing', () => {
  it('all stand at the beginning and lie at the end', () => {
    holds(
      fc.property(turning, ({ motion, cols }) => {
        expect(lines(cols).map(motion.at(0).turned)).toEqual(lines(cols).map(() => 0));
        expect(lines(cols).map(motion.at(1).turned)).toEqual(lines(cols).map(() => 1));
      }),
      100,
    );
  });

  it('follow each other, the first one first, and never swing back', () => {
    holds(
      fc.property(turning, times, times, ({ motion, cols }, a, b) => {
        const sooner = lines(cols).map(motion.at(Math.min(a, b)).turned);
        const later = lines(cols).map(motion.at(Math.max(a, b)).turned);
        expect(sooner.toSorted((p, q) => q - p)).toEqual(sooner);
        expect(sooner.every((turned, row) => turned <= (later[row] ?? 0))).toBe(true);
      }),
      200,
    );
  });

  it('have all swung before a number moves or lands', () => {
    holds(
      fc.property(turning, times, (one, t) => {
        const { turning: busy, turned, landed, shown } = one.motion.at(t);
        const swung = lines(one.cols).every((row) => turned(row) === 1);
        const there = Math.max(...ofEvery(one, shown));
        if (!swung) expect([busy, landed, there]).toEqual([true, 0, 0]);
        if (!busy) expect(swung).toBe(true);
      }),
      300,
    );
  });

  it('stay where they are in a product of what is not transposed', () => {
    holds(
      fc.property(plain, times, ({ motion, cols }, t) => {
        const { turning: busy, turned } = motion.at(t);
        expect([busy, ...lines(cols).map(turned)]).toEqual([false, ...lines(cols).map(() => 1)]);
      }),
      100,
    );
  });
});
