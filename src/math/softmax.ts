/** Softmax along rows, which turns scores into shares of one. */
import { zerosLike, type Matrix } from './matrix.ts';
import { requireMatrices } from './require-matrices.ts';

/**
 * e^(m[i][j] − max_i) / Σ_j e^(m[i][j] − max_i) in every row. m: n×m → n×m. Throws ShapeError for a malformed matrix.
 * Subtracting the row's largest entry changes nothing in exact arithmetic and keeps e^s from overflowing.
 * −Infinity gets exactly 0; a row of nothing else is zeros (PyTorch: NaN), because a query that may look nowhere looks nowhere.
 * A row with NaN or +Infinity is NaN, as in PyTorch: what went wrong stays visible.
 * Bridle 1990; the subtraction: Goodfellow et al. 2016, Deep Learning, 4.1.
 */
export const softmaxRows = (m: Matrix): Matrix => {
  requireMatrices('softmaxRows', { m });
  const shares = zerosLike(m, m.rows, m.cols);
  // Kept in double precision whatever the kind, so that a share is rounded once.
  const exponentials = new Float64Array(m.cols);
  for (let row = 0; row < m.rows; row++) {
    const scores = m.data.subarray(row * m.cols, (row + 1) * m.cols);
    let max = -Infinity;
    for (const score of scores) max = Math.max(max, score);
    if (max === -Infinity) continue;
    let sum = 0;
    for (let col = 0; col < m.cols; col++) sum += exponentials[col] = Math.exp(scores[col]! - max);
    for (let col = 0; col < m.cols; col++) {
      shares.data[row * m.cols + col] = exponentials[col]! / sum;
    }
  }
  return shares;
};
