/** The decoder's stages around attention that have a formula of their own. */
import { addRow, mapEntries, matmul, zerosLike, type Matrix } from '../math/index.ts';

/**
 * tokenEmbedding[token] + positionEmbedding[position]. V×d and T×d, n tokens within both → n×d. Positions count the rows
 * unless they are given, as they are where several sentences lie end to end. Vaswani et al. 2017, 3.5.
 */
export const embedTokens = (
  tokenEmbedding: Matrix,
  positionEmbedding: Matrix,
  tokens: readonly number[],
  positions?: readonly number[],
): Matrix => {
  const d = tokenEmbedding.cols;
  const x = zerosLike(tokenEmbedding, tokens.length, d);
  for (const [row, token] of tokens.entries()) {
    const position = positions?.[row] ?? row;
    for (let col = 0; col < d; col++) {
      x.data[row * d + col] =
        tokenEmbedding.data[token * d + col]! + positionEmbedding.data[position * d + col]!;
    }
  }
  return x;
};

/** m·w + b. m: n×a, w: a×c, b: 1×c → n×c. Throws ShapeError for shapes that do not fit. Vaswani et al. 2017, eq. 2. */
export const affine = (m: Matrix, w: Matrix, b: Matrix): Matrix => addRow(matmul(m, w), b);

/** max(0, m), NaN stays NaN. n×f → n×f. Vaswani et al. 2017, eq. 2. */
export const relu = (m: Matrix): Matrix => mapEntries(m, (value) => Math.max(0, value));
