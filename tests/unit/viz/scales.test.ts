/** Scales put numbers where an axis has them. */
import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from '../../../src/viz/index.ts';

describe('a linear scale', () => {
  const x = linearScale([10, 20], [100, 300]);

  it.each([
    [10, 100],
    [15, 200],
    [20, 300],
    [25, 400],
  ])('puts %d at %d', (value, place) => {
    expect(x(value)).toBeCloseTo(place, 9);
  });
});

describe('a logarithmic scale', () => {
  const y = logScale([1, 1000], [300, 0]);

  it.each([
    [1, 300],
    [10, 200],
    [100, 100],
    [1000, 0],
  ])('puts %d at %d', (value, place) => {
    expect(y(value)).toBeCloseTo(place, 9);
  });

  it.each([0, -5, 0.5, 1e9])('keeps %d inside', (value) => {
    expect(y(value) >= 0 && y(value) <= 300).toBe(true);
  });
});
