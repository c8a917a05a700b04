/** One head on given queries, keys and values: scaled dot-product attention. */
import { requireMatrices, ShapeError, shapeOf, toFloat64, type Matrix } from '../math/index.ts';
import { roundHead, traceHead } from './trace-head.ts';
import type { HeadOptions, HeadTrace } from './types.ts';

const requireHeadShapes = (q: Matrix, k: Matrix, v: Matrix, bias: Matrix | undefined): void => {
  requireMatrices('attendHead', { q, k, v, ...(bias === undefined ? {} : { bias }) });
  if (q.cols !== k.cols) {
    throw new ShapeError(
      `attendHead: q.cols must equal k.cols, got q ${shapeOf(q)}, k ${shapeOf(k)}`,
    );
  }
  if (k.rows !== v.rows) {
    throw new ShapeError(
      `attendHead: k.rows must equal v.rows, got k ${shapeOf(k)}, v ${shapeOf(v)}`,
    );
  }
  if (bias !== undefined && (bias.rows !== q.rows || bias.cols !== k.rows)) {
    throw new ShapeError(
      `attendHead: bias must be q.rows×k.rows, got bias ${shapeOf(bias)}, q ${shapeOf(q)}, k ${shapeOf(k)}`,
    );
  }
};

/**
 * softmax(q·kᵀ·scale + bias, future blocked where causal)·v, with every intermediate kept.
 * q: nQ×dK, k: nK×dK, v: nK×dV (its width may differ), bias: nQ×nK → context nQ×dV. scale is 1/√dK by default.
 * A causal mask is aligned top left when nQ ≠ nK. Float32 operands are computed with in double precision and every
 * stage is rounded once. Throws ShapeError for shapes that do not fit or mixed array kinds.
 * Vaswani et al. 2017, eq. 1.
 */
export const attendHead = (
  q: Matrix,
  k: Matrix,
  v: Matrix,
  options: HeadOptions = {},
): HeadTrace => {
  const { bias, ...rest } = options;
  requireHeadShapes(q, k, v, bias);
  const wide = bias === undefined ? rest : { ...rest, bias: toFloat64(bias) };
  const head = traceHead(toFloat64(q), toFloat64(k), toFloat64(v), wide);
  return { ...roundHead(q, head), q, k, v };
};
