/** The forward pass of the tiny decoder: from tokens to a distribution over the next token at every position. */
import { attend, requireCell } from '../attention/index.ts';
import { add, mapEntries, softmaxRows, type Matrix } from '../math/index.ts';
import { layerNorm } from './layer-norm.ts';
import { requireParameters, requireTokens } from './require-parameters.ts';
import { affine, embedTokens, relu } from './stages.ts';
import type { DecoderConfig, DecoderParameters, DecoderTrace, SetCell } from './types.ts';

/** A matrix with some cells set. n×d → n×d, the same object where there are none. Throws RangeError for a cell outside it. */
export const withCells = (m: Matrix, set: readonly SetCell[], name = 'x'): Matrix => {
  if (set.length === 0) return m;
  const changed = mapEntries(m, (value) => value);
  for (const { row, col, value } of set) {
    requireCell('withCells', m, { matrix: name, row, col });
    changed.data[row * m.cols + col] = value;
  }
  return changed;
};

/**
 * One post-norm decoder block with embeddings and output layer, every intermediate kept:
 * x = token + position; y = norm1(x + attention(x)); z = norm2(y + relu(y·w1 + b1)·w2 + b2);
 * probabilities = softmax(z·unembedding + unembeddingBias). n tokens → probabilities n×V; shapes at DecoderParameters.
 * Cells of x in `set` have the value given there.
 * Throws ShapeError for parameters that do not fit, mixed array kinds, heads that do not divide d, no tokens or more
 * than the context length; RangeError for a token outside the vocabulary or a cell outside x. Vaswani et al. 2017, 3.1–3.4.
 */
export const decode = (
  parameters: DecoderParameters,
  config: DecoderConfig,
  tokens: readonly number[],
  set: readonly SetCell[] = [],
): DecoderTrace => {
  requireParameters('decode', parameters);
  requireTokens('decode', parameters, tokens);
  const p = parameters;
  const x = withCells(embedTokens(p.tokenEmbedding, p.positionEmbedding, tokens), set);
  const { nHeads, causal = true, scale } = config;
  const { wq, wk, wv, wo } = p;
  const attention = attend(x, { wq, wk, wv, wo }, { nHeads, causal, scale });
  const residual1 = add(x, attention.output);
  const y = layerNorm(residual1, p.norm1Gain, p.norm1Bias);
  const hidden = affine(y, p.w1, p.b1);
  const activated = relu(hidden);
  const feedForward = affine(activated, p.w2, p.b2);
  const residual2 = add(y, feedForward);
  const z = layerNorm(residual2, p.norm2Gain, p.norm2Bias);
  const logits = affine(z, p.unembedding, p.unembeddingBias);
  return {
    inputs: { parameters, config, tokens, set },
    x,
    attention,
    residual1,
    y,
    hidden,
    activated,
    feedForward,
    residual2,
    z,
    logits,
    probabilities: softmaxRows(logits),
  };
};
