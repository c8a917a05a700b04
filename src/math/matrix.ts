/** The matrix that everything is computed with: a shape and a row-major typed array, and the ways in and out of it. */
import { ShapeError, shapeOf } from './shape-error.ts';

export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  /** Row-major, rows·cols entries; never mutated once the matrix has been returned. */
  readonly data: Float32Array | Float64Array;
}

const isCount = (n: number): boolean => Number.isInteger(n) && n > 0;

/** Zeros of the given shape in the same kind of array as `like`, for a result that is filled before it is returned. */
export const zerosLike = (like: Matrix, rows: number, cols: number): Matrix => ({
  rows,
  cols,
  data:
    like.data instanceof Float32Array
      ? new Float32Array(rows * cols)
      : new Float64Array(rows * cols),
});

/**
 * A Float64 matrix from nested rows. rows: r arrays of c numbers → r×c.
 * Throws ShapeError where there is no row, no column, or a row of another length.
 */
export const fromRows = (rows: readonly (readonly number[])[]): Matrix => {
  const cols = rows[0]?.length ?? 0;
  if (rows.length === 0 || cols === 0) {
    throw new ShapeError(
      `fromRows: a matrix must have at least one row and one column, got ${shapeOf({ rows: rows.length, cols })}`,
    );
  }
  const ragged = rows.findIndex((row) => row.length !== cols);
  if (ragged > 0) {
    throw new ShapeError(
      `fromRows: every row must be as long as the first, got row 0 1×${cols}, row ${ragged} 1×${rows[ragged]?.length}`,
    );
  }
  return { rows: rows.length, cols, data: Float64Array.from(rows.flat()) };
};

/**
 * A matrix over a copy of row-major data, of the same kind. data: rows·cols numbers → rows×cols.
 * Throws ShapeError where a side is not a positive integer, the length differs, or the data is no typed array of floats.
 */
export const fromData = (rows: number, cols: number, data: Float32Array | Float64Array): Matrix => {
  if (!isCount(rows) || !isCount(cols) || data.length !== rows * cols) {
    throw new ShapeError(
      `fromData: data.length must be rows·cols with at least one of each, got ${shapeOf({ rows, cols })}, data 1×${data.length}`,
    );
  }
  if (!(data instanceof Float32Array) && !(data instanceof Float64Array)) {
    throw new ShapeError(
      `fromData: data must be a Float32Array or Float64Array, got ${shapeOf({ rows, cols })} of another kind`,
    );
  }
  // A copy, so that a caller who keeps writing to its own array cannot change a matrix.
  return { rows, cols, data: data.slice() };
};

/** m in the kind of array that `like` has, rounded where that is narrower; m itself where it has that kind already. */
export const toKindOf = (like: Matrix, m: Matrix): Matrix => {
  if (like.data instanceof Float32Array === m.data instanceof Float32Array) return m;
  const converted = zerosLike(like, m.rows, m.cols);
  converted.data.set(m.data);
  return converted;
};

/** m in double precision: a copy of a Float32 matrix, a Float64 one itself. */
export const toFloat64 = (m: Matrix): Matrix =>
  m.data instanceof Float64Array ? m : { ...m, data: Float64Array.from(m.data) };

/** The entries as nested arrays, for snapshots and JSON. m: r×c → r arrays of c numbers. */
export const toRows = (m: Matrix): number[][] =>
  Array.from({ length: m.rows }, (_, row) => [
    ...m.data.subarray(row * m.cols, (row + 1) * m.cols),
  ]);

/** Whether row and column name an entry of the matrix. */
export const isInside = (m: Matrix, row: number, col: number): boolean =>
  Number.isInteger(row) &&
  Number.isInteger(col) &&
  row >= 0 &&
  col >= 0 &&
  row < m.rows &&
  col < m.cols;

/** m[row][col]. Throws RangeError outside the matrix, where a bare index would read a neighbour or undefined. */
export const at = (m: Matrix, row: number, col: number): number => {
  if (!isInside(m, row, col)) {
    throw new RangeError(`at: [${row}][${col}] is outside a ${shapeOf(m)} matrix`);
  }
  return m.data[row * m.cols + col]!;
};
