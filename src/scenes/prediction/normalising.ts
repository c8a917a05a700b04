/** A row on its way to mean 0 and standard deviation 1. The decoder keeps the row before and after gain and bias only; what lies between is derived here. */
import { extent } from 'd3';

/** Mean and √(variance + ε) of a row, as the explanation of a normalised cell gives them. */
export interface RowMoments {
  readonly mean: number;
  readonly deviation: number;
}

/** A row, or what is marked on its axis, after part of the shift and part of the stretch: 0 is none of it, 1 all. */
export const normalising = (
  values: readonly number[],
  { mean, deviation }: RowMoments,
  shift: number,
  stretch: number,
): readonly number[] =>
  values.map((value) => (value - shift * mean) / (1 + stretch * (deviation - 1)));

/** Least and most of some numbers and 0, so that an axis shows all of them and its own zero. */
export const rangeWithZero = (values: readonly number[]): readonly [number, number] => {
  const [least = 0, most = 0] = extent([0, ...values]);
  return [least, most];
};
