/** Operations that treat every entry alike: sums, a factor, a function. */
import { zerosLike, type Matrix } from './matrix.ts';
import { requireMatrices } from './require-matrices.ts';
import { ShapeError, shapeOf } from './shape-error.ts';

/** f(m[i][j]) for every entry. m: n×m → n×m, rounded to the array's kind. Throws ShapeError for a malformed matrix. */
export const mapEntries = (m: Matrix, f: (value: number) => number): Matrix => {
  requireMatrices('mapEntries', { m });
  const mapped = zerosLike(m, m.rows, m.cols);
  for (let i = 0; i < m.data.length; i++) mapped.data[i] = f(m.data[i]!);
  return mapped;
};

/** a + b. a: n×m, b: n×m → n×m. Throws ShapeError where the shapes or the array kinds differ. */
export const add = (a: Matrix, b: Matrix): Matrix => {
  requireMatrices('add', { a, b });
  if (a.rows !== b.rows || a.cols !== b.cols) {
    throw new ShapeError(`add: a and b must be alike, got a ${shapeOf(a)}, b ${shapeOf(b)}`);
  }
  const sum = zerosLike(a, a.rows, a.cols);
  for (let i = 0; i < a.data.length; i++) sum.data[i] = a.data[i]! + b.data[i]!;
  return sum;
};

/** m + 1·bias, the same row added to each. m: n×m, bias: 1×m → n×m. Throws ShapeError where the widths or kinds differ. */
export const addRow = (m: Matrix, bias: Matrix): Matrix => {
  requireMatrices('addRow', { m, bias });
  if (bias.rows !== 1 || bias.cols !== m.cols) {
    throw new ShapeError(
      `addRow: bias must be one row as wide as m, got m ${shapeOf(m)}, bias ${shapeOf(bias)}`,
    );
  }
  const sum = zerosLike(m, m.rows, m.cols);
  for (let i = 0; i < m.data.length; i++) sum.data[i] = m.data[i]! + bias.data[i % m.cols]!;
  return sum;
};

/** s·m. m: n×m → n×m. Throws ShapeError for a malformed matrix. */
export const scale = (m: Matrix, s: number): Matrix => {
  requireMatrices('scale', { m });
  const scaled = zerosLike(m, m.rows, m.cols);
  for (let i = 0; i < m.data.length; i++) scaled.data[i] = m.data[i]! * s;
  return scaled;
};

/** Σ over the rows, the gradient of a row that was added to each. m: n×m → 1×m. Throws ShapeError for a malformed matrix. */
export const sumRows = (m: Matrix): Matrix => {
  requireMatrices('sumRows', { m });
  const sums = new Float64Array(m.cols);
  for (let row = 0; row < m.rows; row++) {
    for (let col = 0; col < m.cols; col++) sums[col]! += m.data[row * m.cols + col]!;
  }
  const total = zerosLike(m, 1, m.cols);
  total.data.set(sums);
  return total;
};
