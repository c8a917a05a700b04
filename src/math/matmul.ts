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
  const [left, right, made] = [a.data, b.data, product.data];
  const [inner, cols] = [a.cols, b.cols];
  for (let row = 0; row < a.rows; row++) {
    for (let col = 0; col < cols; col++) {
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += left[row * inner + i]! * right[i * cols + col]!;
      made[row * cols + col] = sum;
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
  const [left, right, made] = [a.data, b.data, product.data];
  const [inner, cols] = [a.cols, b.rows];
  for (let row = 0; row < a.rows; row++) {
    for (let col = 0; col < cols; col++) {
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += left[row * inner + i]! * right[col * inner + i]!;
      made[row * cols + col] = sum;
    }
  }
  return product;
};

/**
 * aᵀ·b, the gradient of a product in its right operand. a: n×m, b: n×p → m×p. Throws ShapeError where a.rows ≠ b.rows
 * or the array kinds differ. Row by row of both, so that a tall operand is read once and in order.
 */
export const transposedMatmul = (a: Matrix, b: Matrix): Matrix => {
  requireMatrices('transposedMatmul', { a, b });
  if (a.rows !== b.rows) {
    throw new ShapeError(
      `transposedMatmul: a.rows must equal b.rows, got a ${shapeOf(a)}, b ${shapeOf(b)}`,
    );
  }
  const [left, right, cols] = [a.data, b.data, b.cols];
  const sums = new Float64Array(a.cols * cols);
  for (let row = 0; row < a.rows; row++) {
    for (let i = 0; i < a.cols; i++) {
      const factor = left[row * a.cols + i]!;
      for (let col = 0; col < cols; col++)
        sums[i * cols + col]! += factor * right[row * cols + col]!;
    }
  }
  const product = zerosLike(a, a.cols, b.cols);
  product.data.set(sums);
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
