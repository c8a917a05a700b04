/** Derivatives of the loss by central differences, and where they can be trusted. */
import {
  decode,
  lossAndGradients,
  type DecoderParameters,
  type DecoderTrace,
} from '../../src/decoder/index.ts';
import { toRows, type Matrix } from '../../src/math/index.ts';
import type { LossCase } from './arbitraries.ts';
import { matrixFrom } from './fixtures.ts';

/** (loss(p + h) − loss(p − h))/2h in every entry of one parameter. */
export const centralDifferences = (
  { parameters, config, sequences }: LossCase,
  name: keyof DecoderParameters,
  h: number,
): Matrix => {
  const { rows, cols, data } = parameters[name];
  const lossAt = (index: number, value: number): number => {
    const moved = [...data].with(index, value);
    const changed = { ...parameters, [name]: matrixFrom(rows, cols, moved) };
    return lossAndGradients(changed, config, sequences).loss;
  };
  const slopes = Array.from(
    data,
    (value, i) => (lossAt(i, value + h) - lossAt(i, value - h)) / (2 * h),
  );
  return matrixFrom(rows, cols, slopes);
};

const deviationOf = (row: readonly number[]): number => {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  return Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length);
};

const isSmoothTrace = ({ residual1, hidden, residual2 }: DecoderTrace): boolean =>
  hidden.data.every((value) => Math.abs(value) > 0.01) &&
  [residual1, residual2].every((m) => toRows(m).every((row) => deviationOf(row) > 0.2));

/**
 * Whether the loss is smooth enough around these parameters for central differences of a small h. Two things break them:
 * the kink of relu at 0, which a step must not cross; and a row that is nearly constant before a layer norm, which divides
 * by its deviation, so that the third derivative (the error of the differences) grows with the deviation's inverse cube.
 */
export const isSmooth = ({ parameters, config, sequences }: LossCase): boolean =>
  sequences.every((sequence) => isSmoothTrace(decode(parameters, config, sequence.slice(0, -1))));
