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
  const magnitudes = new Float64Array(matrices.reduce((sum, { data }) => sum + data.length, 0));
  let count = 0;
  for (const { data } of matrices)
    for (const value of data)
      if (Number.isFinite(value)) {
        magnitudes[count] = Math.abs(value);
        count += 1;
      }
  // Sorted as numbers, which an ordinary array is not without being told.
  return magnitudes.subarray(0, count).toSorted()[Math.ceil(share * count) - 1] ?? 0;
};
