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

type BehindAttention = Omit<DecoderTrace, 'inputs' | 'x' | 'attention'>;

/** Everything that comes after attention. x and the attention's output: n×d each. */
const behindAttention = (p: DecoderParameters, x: Matrix, output: Matrix): BehindAttention => {
  const residual1 = add(x, output);
  const y = layerNorm(residual1, p.norm1Gain, p.norm1Bias);
  const hidden = affine(y, p.w1, p.b1);
  const activated = relu(hidden);
  const feedForward = affine(activated, p.w2, p.b2);
  const residual2 = add(y, feedForward);
  const z = layerNorm(residual2, p.norm2Gain, p.norm2Bias);
  const logits = affine(z, p.unembedding, p.unembeddingBias);
  return {
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

/**
 * One post-norm decoder block with embeddings and output layer, every intermediate kept:
 * x = token + position; y = norm1(x + attention(x)); z = norm2(y + relu(y·w1 + b1)·w2 + b2);
 * probabilities = softmax(z·unembedding + unembeddingBias). n tokens → probabilities n×V; shapes at DecoderParameters.
 * Cells of x in `set` have the value given there. What comes after attention is computed, all of it, when any of it is
 * first read: while a number is dragged, a picture of attention does not wait for the output layer.
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
  let made: BehindAttention | undefined;
  const behind = (): BehindAttention => (made ??= behindAttention(p, x, attention.output));
  return {
    inputs: { parameters, config, tokens, set },
    x,
    attention,
    get residual1() {
      return behind().residual1;
    },
    get y() {
      return behind().y;
    },
    get hidden() {
      return behind().hidden;
    },
    get activated() {
      return behind().activated;
    },
    get feedForward() {
      return behind().feedForward;
    },
    get residual2() {
      return behind().residual2;
    },
    get z() {
      return behind().z;
    },
    get logits() {
      return behind().logits;
    },
    get probabilities() {
      return behind().probabilities;
    },
  };
};
