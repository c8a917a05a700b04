/** Numbers that describe a whole matrix. */
import type { Matrix } from '../math/index.ts';

/** Standard deviation of all entries, over their number. */
export const standardDeviation = ({ data }: Matrix): number => {
  const values = [...data];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

/** The magnitude that the given share of all finite entries stays within; 0 where there is none. */
export const magnitudeQuantile = (matrices: readonly Matrix[], share: number): number => {
  const magnitudes = matrices
    .flatMap(({ data }) => [...data].filter(Number.isFinite).map(Math.abs))
    .toSorted((a, b) => a - b);
  return magnitudes[Math.ceil(share * magnitudes.length) - 1] ?? 0;
};
