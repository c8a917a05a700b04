/** Layer normalisation: every row to mean 0 and variance 1, then a gain and a bias of each column's own. */
import { requireMatrices, ShapeError, shapeOf, zerosLike, type Matrix } from '../math/index.ts';

/** Added to the variance, so that a constant row does not divide by zero; PyTorch's default. */
const epsilon = 1e-5;

/** The mean of a row and √(variance + ε), the variance over all entries (biased). m: n×d. Ba et al. 2016, eq. 4. */
export const rowMoments = (m: Matrix, row: number): { mean: number; deviation: number } => {
  const entries = m.data.subarray(row * m.cols, (row + 1) * m.cols);
  let sum = 0;
  for (const entry of entries) sum += entry;
  const mean = sum / m.cols;
  let squares = 0;
  for (const entry of entries) squares += (entry - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / m.cols + epsilon) };
};

/**
 * (m − mean)/√(variance + 1e-5)·gain + bias in every row. m: n×d, gain and bias: 1×d → n×d.
 * Throws ShapeError for a gain or bias of another shape or mixed array kinds. Ba et al. 2016.
 */
export const layerNorm = (m: Matrix, gain: Matrix, bias: Matrix): Matrix => {
  requireMatrices('layerNorm', { m, gain, bias });
  for (const [name, row] of Object.entries({ gain, bias })) {
    if (row.rows !== 1 || row.cols !== m.cols) {
      throw new ShapeError(
        `layerNorm: ${name} must be one row as wide as m, got m ${shapeOf(m)}, ${name} ${shapeOf(row)}`,
      );
    }
  }
  const normed = zerosLike(m, m.rows, m.cols);
  for (let row = 0; row < m.rows; row++) {
    const { mean, deviation } = rowMoments(m, row);
    for (let col = 0; col < m.cols; col++) {
      const i = row * m.cols + col;
      normed.data[i] = ((m.data[i]! - mean) / deviation) * gain.data[col]! + bias.data[col]!;
    }
  }
  return normed;
};
