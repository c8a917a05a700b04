/** The seeded generators: the same on every run, in their range, of roughly the right mean and variance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normal, uniform } from '../../../src/example/index.ts';
import { holds } from '../../support/property.ts';

const draw = (next: () => number, count: number): number[] => Array.from({ length: count }, next);
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]): number =>
  mean(values.map((value) => (value - mean(values)) ** 2));

const many = 20_000;

describe('uniform', () => {
  it('stays in [0, 1) for any seed', () => {
    holds(
      fc.property(fc.integer(), (seed) =>
        draw(uniform(seed), 100).every((value) => value >= 0 && value < 1),
      ),
    );
  });

  it('repeats itself for the same seed', () => {
    expect(draw(uniform(7), 50)).toEqual(draw(uniform(7), 50));
  });

  it('differs for another seed', () => {
    expect(draw(uniform(7), 5)).not.toEqual(draw(uniform(8), 5));
  });

  it('keeps two generators apart', () => {
    const [one, other] = [uniform(7), uniform(7)];
    draw(one, 10);
    expect(other()).toBe(uniform(7)());
  });

  it('has mean 1/2', () => {
    expect(mean(draw(uniform(11), many))).toBeCloseTo(0.5, 2);
  });

  it('has variance 1/12', () => {
    expect(Math.abs(variance(draw(uniform(11), many)) - 1 / 12)).toBeLessThan(0.002);
  });

  it('fills all tenths alike', () => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (const value of draw(uniform(3), many)) counts[Math.floor(value * 10)]! += 1;
    expect(counts.filter((count) => Math.abs(count - many / 10) > many / 100)).toEqual([]);
  });
});

describe('normal', () => {
  it('is finite for any seed', () => {
    holds(fc.property(fc.integer(), (seed) => draw(normal(seed), 100).every(Number.isFinite)));
  });

  it('repeats itself for the same seed', () => {
    expect(draw(normal(7), 50)).toEqual(draw(normal(7), 50));
  });

  it('has mean 0', () => {
    expect(Math.abs(mean(draw(normal(5), many)))).toBeLessThan(0.02);
  });

  it('has variance 1', () => {
    expect(Math.abs(variance(draw(normal(5), many)) - 1)).toBeLessThan(0.03);
  });

  it('has 68 % within one standard deviation', () => {
    const within = draw(normal(5), many).filter((value) => Math.abs(value) < 1).length / many;
    expect(Math.abs(within - 0.6827)).toBeLessThan(0.01);
  });
});
