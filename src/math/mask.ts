/** The causal mask: position i may look at positions 0…i and at nothing after. */
import { zerosLike, type Matrix } from './matrix.ts';
import { requireMatrices } from './require-matrices.ts';

/**
 * −Infinity where column > row, the entry itself elsewhere. m: nQ×nK → nQ×nK. Throws ShapeError for a malformed matrix.
 * The triangle starts top left also where nQ ≠ nK. What is blocked is blocked, NaN too.
 * Vaswani et al. 2017, 3.2.3.
 */
export const maskFuture = (m: Matrix): Matrix => {
  requireMatrices('maskFuture', { m });
  const masked = zerosLike(m, m.rows, m.cols);
  for (let row = 0; row < m.rows; row++) {
    for (let col = 0; col < m.cols; col++) {
      const i = row * m.cols + col;
      masked.data[i] = col > row ? -Infinity : m.data[i]!;
    }
  }
  return masked;
};
