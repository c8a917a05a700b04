/** Products of matrices: every entry is a sum of products, accumulated in double precision in the order a reader would. */
import { zerosLike, type Matrix } from './matrix.ts';
import { requireMatrices } from './require-matrices.ts';
import { ShapeError, shapeOf } from './shape-error.ts';

/**
 * a·b. a: n×m, b: m×p → n×p. Throws ShapeError where a.cols ≠ b.rows or the array kinds differ.
 * Zeros are multiplied like any other number, so 0·NaN is NaN and stays visible.
 */
export const matmul = (a: Matrix, b: Matrix): Matrix => {
  requireMatrices('matmul', { a, b });
  if (a.cols !== b.rows) {
    throw new ShapeError(`matmul: a.cols must equal b.rows, got a ${shapeOf(a)}, b ${shapeOf(b)}`);
  }
  const product = zerosLike(a, a.rows, b.cols);
  for (let row = 0; row < a.rows; row++) {
    for (let col = 0; col < b.cols; col++) {
      let sum = 0;
      for (let i = 0; i < a.cols; i++) sum += a.data[row * a.cols + i]! * b.data[i * b.cols + col]!;
      product.data[row * b.cols + col] = sum;
    }
  }
  return product;
};

/** a·bᵀ. a: n×m, b: p×m → n×p. Throws ShapeError where a.cols ≠ b.cols or the array kinds differ. */
export const matmulTransposed = (a: Matrix, b: Matrix): Matrix => {
  requireMatrices('matmulTransposed', { a, b });
  if (a.cols !== b.cols) {
    throw new ShapeError(
      `matmulTransposed: a.cols must equal b.cols, got a ${shapeOf(a)}, b ${shapeOf(b)}`,
    );
  }
  const product = zerosLike(a, a.rows, b.rows);
  for (let row = 0; row < a.rows; row++) {
    for (let col = 0; col < b.rows; col++) {
      let sum = 0;
      for (let i = 0; i < a.cols; i++) sum += a.data[row * a.cols + i]! * b.data[col * b.cols + i]!;
      product.data[row * b.rows + col] = sum;
    }
  }
  return product;
};

/** mᵀ. m: n×m → m×n. Throws ShapeError for a malformed matrix. */
export const transpose = (m: Matrix): Matrix => {
  requireMatrices('transpose', { m });
  const turned = zerosLike(m, m.cols, m.rows);
  for (let row = 0; row < m.rows; row++) {
    for (let col = 0; col < m.cols; col++) {
      turned.data[col * m.rows + row] = m.data[row * m.cols + col]!;
    }
  }
  return turned;
};
