/** The arithmetic of one cell as data, and the shapes of sum it is made of; the decoder widens the names and operations. */
import { at, type Matrix } from '../math/index.ts';
import type { CellRef, MatrixName } from './cells.ts';

/** How a cell of attention comes about. */
export type Operation = 'input' | 'dot' | 'scale' | 'mask' | 'softmax' | 'copy';

/** A number in a term, with the cell it was read from unless it is a constant. */
export interface Factor<Name extends string = MatrixName> {
  readonly value: number;
  readonly cell?: CellRef<Name>;
}

export interface Term<Name extends string = MatrixName> {
  readonly value: number;
  readonly factors: readonly Factor<Name>[];
}

export interface CellExplanation<
  Name extends string = MatrixName,
  Operations extends string = Operation,
> {
  /** The cell asked for, with its head exactly where the matrix belongs to one. */
  readonly cell: CellRef<Name>;
  readonly operation: Operations;
  readonly terms: readonly Term<Name>[];
  readonly divisor?: number;
  readonly shift?: number;
  readonly blocked?: boolean;
  /** The entry of the trace itself. */
  readonly value: number;
}

/** The entry of a matrix as a factor that says where it was read. Throws RangeError outside the matrix. */
export const factorAt = <Name extends string>(m: Matrix, cell: CellRef<Name>): Factor<Name> => ({
  value: at(m, cell.row, cell.col),
  cell,
});

/** The product of factors as a term. */
export const termOf = <Name extends string>(...factors: Factor<Name>[]): Term<Name> => ({
  value: factors.reduce((product, { value }) => product * value, 1),
  factors,
});

/** The `length` products of a dot product, in the order in which matmul adds them. */
export const dotTerms = <Name extends string>(
  length: number,
  left: (i: number) => Factor<Name>,
  right: (i: number) => Factor<Name>,
): Term<Name>[] => Array.from({ length }, (_, i) => termOf(left(i), right(i)));

/** Scores beyond this are explained relative to the row's largest, since e^50 is no number to show. */
const largestPlainScore = 50;

/**
 * e^s for every score of a row and their sum; e^(s − shift) with shift = max where max|s| > 50, −Infinity aside.
 * A row of nothing but −Infinity has terms 0 and divisor 0: its softmax is zeros by rule, not by division.
 */
export const softmaxTerms = <Name extends string>(
  scores: readonly Factor<Name>[],
): { terms: Term<Name>[]; divisor: number; shift?: number } => {
  const open = scores.map(({ value }) => value).filter((score) => score !== -Infinity);
  const shifted = open.some((score) => Math.abs(score) > largestPlainScore);
  const shift = shifted ? open.reduce((max, score) => Math.max(max, score), -Infinity) : 0;
  const terms = scores.map((score) => ({ value: Math.exp(score.value - shift), factors: [score] }));
  const divisor = terms.reduce((sum, { value }) => sum + value, 0);
  return { terms, divisor, ...(shifted ? { shift } : {}) };
};
