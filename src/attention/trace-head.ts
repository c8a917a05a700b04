/** The stages of one head in a row, and the rounding of what they made to the kind that the caller works in. */
import { toKindOf, type Matrix } from '../math/index.ts';
import {
  attentionContext,
  attentionScores,
  attentionWeights,
  defaultScale,
  maskScores,
  scaleScores,
} from './stages.ts';
import type { HeadOptions, HeadTrace } from './types.ts';

/** attendHead on operands that have been checked already, in the precision that they have. */
export const traceHead = (
  q: Matrix,
  k: Matrix,
  v: Matrix,
  { scale, causal = false, bias }: HeadOptions,
): HeadTrace => {
  const scores = attentionScores(q, k);
  const scaled = scaleScores(scores, scale ?? defaultScale(q.cols));
  const masked = maskScores(scaled, causal, bias);
  const weights = attentionWeights(masked);
  return { q, k, v, scores, scaled, masked, weights, context: attentionContext(weights, v) };
};

/** Every matrix of the trace in the kind of array that `like` has; the trace's own where that is their kind. */
export const roundHead = (like: Matrix, head: HeadTrace): HeadTrace => ({
  q: toKindOf(like, head.q),
  k: toKindOf(like, head.k),
  v: toKindOf(like, head.v),
  scores: toKindOf(like, head.scores),
  scaled: toKindOf(like, head.scaled),
  masked: toKindOf(like, head.masked),
  weights: toKindOf(like, head.weights),
  context: toKindOf(like, head.context),
});
