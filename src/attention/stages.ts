/** The five stages between q, k, v and the context, each one pure function. */
import {
  add,
  maskFuture,
  matmul,
  matmulTransposed,
  scale,
  softmaxRows,
  type Matrix,
} from '../math/index.ts';

/** q·kᵀ. q: nQ×dK, k: nK×dK → nQ×nK. Throws ShapeError when dK differs. Vaswani et al. 2017, eq. 1. */
export const attentionScores = (q: Matrix, k: Matrix): Matrix => matmulTransposed(q, k);

/** 1/√dK, which keeps the variance of a score near 1. Vaswani et al. 2017, footnote 4. */
export const defaultScale = (dK: number): number => 1 / Math.sqrt(dK);

/** scores·factor. nQ×nK → nQ×nK. Vaswani et al. 2017, eq. 1. */
export const scaleScores = (scores: Matrix, factor: number): Matrix => scale(scores, factor);

/** scaled + bias, then −Infinity in the future where causal. nQ×nK → nQ×nK. Throws ShapeError for a bias of another shape. */
export const maskScores = (scaled: Matrix, causal: boolean, bias?: Matrix): Matrix => {
  const biased = bias === undefined ? scaled : add(scaled, bias);
  return causal ? maskFuture(biased) : biased;
};

/** Softmax of every row. nQ×nK → nQ×nK; a fully blocked row is zeros. Vaswani et al. 2017, eq. 1. */
export const attentionWeights = (masked: Matrix): Matrix => softmaxRows(masked);

/**
 * weights·v. weights: nQ×nK, v: nK×dV → nQ×dV. Throws ShapeError when nK differs. Vaswani et al. 2017, eq. 1.
 * A plain product: finite values of blocked positions count 0, but NaN or an infinity there gives NaN (0·NaN), as in PyTorch.
 */
export const attentionContext = (weights: Matrix, v: Matrix): Matrix => matmul(weights, v);
