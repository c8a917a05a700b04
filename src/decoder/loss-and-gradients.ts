/** The loss of the decoder on sentences, and the gradient of every parameter: forwards once, then back the same way. */
import { defaultScale } from '../attention/index.ts';
import {
  add,
  at,
  matmul,
  matmulTransposed,
  softmaxRows,
  transposedMatmul,
  zerosLike,
  type Matrix,
} from '../math/index.ts';
import { affineBackward, crossEntropy, layerNormBackward, reluBackward } from './backward.ts';
import { attendBatch, attendBatchBackward, type BatchOptions } from './batch-attention.ts';
import { layOut, type Batch } from './batch.ts';
import { layerNorm } from './layer-norm.ts';
import { requireHeads, requireParameters } from './require-parameters.ts';
import { affine, embedTokens, relu } from './stages.ts';
import type { DecoderConfig, DecoderParameters } from './types.ts';

/** decode's stages on a whole batch; what the way back needs is kept. */
const forward = (p: DecoderParameters, batch: Batch, options: BatchOptions) => {
  const x = embedTokens(p.tokenEmbedding, p.positionEmbedding, batch.tokens, batch.positions);
  const projections = { q: matmul(x, p.wq), k: matmul(x, p.wk), v: matmul(x, p.wv) };
  const attention = attendBatch(projections, options);
  const residual1 = add(x, matmul(attention.context, p.wo));
  const y = layerNorm(residual1, p.norm1Gain, p.norm1Bias);
  const hidden = affine(y, p.w1, p.b1);
  const activated = relu(hidden);
  const residual2 = add(y, affine(activated, p.w2, p.b2));
  const z = layerNorm(residual2, p.norm2Gain, p.norm2Bias);
  const probabilities = softmaxRows(affine(z, p.unembedding, p.unembeddingBias));
  return {
    x,
    projections,
    attention,
    residual1,
    y,
    hidden,
    activated,
    residual2,
    z,
    probabilities,
  };
};

/** The rows of the gradient added up by the row of the table that each was read from. gradient: n×d → rows of `table`×d. */
const scatter = (table: Matrix, rows: readonly number[], gradient: Matrix): Matrix => {
  const d = gradient.cols;
  const sums = zerosLike(table, table.rows, d);
  for (const [i, row] of rows.entries()) {
    for (let col = 0; col < d; col++) sums.data[row * d + col]! += gradient.data[i * d + col]!;
  }
  return sums;
};

/** Every gradient from that of the logits, from the output layer back to the embeddings. */
const backward = (
  p: DecoderParameters,
  batch: Batch,
  options: BatchOptions,
  made: ReturnType<typeof forward>,
  logits: Matrix,
): DecoderParameters => {
  const { x, projections, attention } = made;
  const output = affineBackward(made.z, p.unembedding, logits);
  const norm2 = layerNormBackward(made.residual2, p.norm2Gain, output.m);
  const second = affineBackward(made.activated, p.w2, norm2.m);
  const first = affineBackward(made.y, p.w1, reluBackward(made.hidden, second.m));
  // A residual hands its gradient on unchanged, beside what comes through the block it goes round.
  const norm1 = layerNormBackward(made.residual1, p.norm1Gain, add(norm2.m, first.m));
  const context = matmulTransposed(norm1.m, p.wo);
  const asked = attendBatchBackward(projections, attention, context, options);
  const dx = [
    matmulTransposed(asked.q, p.wq),
    matmulTransposed(asked.k, p.wk),
    matmulTransposed(asked.v, p.wv),
  ].reduce(add, norm1.m);
  return {
    tokenEmbedding: scatter(p.tokenEmbedding, batch.tokens, dx),
    positionEmbedding: scatter(p.positionEmbedding, batch.positions, dx),
    wq: transposedMatmul(x, asked.q),
    wk: transposedMatmul(x, asked.k),
    wv: transposedMatmul(x, asked.v),
    wo: transposedMatmul(attention.context, norm1.m),
    norm1Gain: norm1.gain,
    norm1Bias: norm1.bias,
    w1: first.w,
    b1: first.b,
    w2: second.w,
    b2: second.b,
    norm2Gain: norm2.gain,
    norm2Bias: norm2.bias,
    unembedding: output.w,
    unembeddingBias: output.b,
  };
};

/** The checks, the layout and the forward pass that both functions below begin with. */
const run = (
  caller: string,
  parameters: DecoderParameters,
  config: DecoderConfig,
  sequences: readonly (readonly number[])[],
) => {
  requireParameters(caller, parameters);
  requireHeads(caller, parameters, config.nHeads);
  const batch = layOut(caller, parameters, sequences);
  const { nHeads, causal = true, scale = defaultScale(parameters.wq.cols / nHeads) } = config;
  const options = { starts: batch.starts, nHeads, causal, scale };
  return { batch, options, made: forward(parameters, batch, options) };
};

/**
 * Mean next-token cross-entropy in nats over every position of every sequence, and its gradient in every parameter,
 * each of its parameter's shape. A sequence of m+1 tokens asks m questions; shapes at DecoderParameters.
 * Throws ShapeError for parameters that do not fit, heads that do not divide d, no sequence or one of a wrong length;
 * RangeError for a token outside the vocabulary. Rumelhart et al. 1986; held against PyTorch's autograd.
 */
export const lossAndGradients = (
  parameters: DecoderParameters,
  config: DecoderConfig,
  sequences: readonly (readonly number[])[],
): { loss: number; gradients: DecoderParameters } => {
  const { batch, options, made } = run('lossAndGradients', parameters, config, sequences);
  const { loss, gradient } = crossEntropy(made.probabilities, batch.targets);
  return { loss, gradients: backward(parameters, batch, options, made, gradient) };
};

/**
 * The cross-entropy −ln p(next token) in nats of every position of every sequence: m numbers for a sequence of m+1
 * tokens. Throws as lossAndGradients does.
 */
export const tokenLosses = (
  parameters: DecoderParameters,
  config: DecoderConfig,
  sequences: readonly (readonly number[])[],
): readonly (readonly number[])[] => {
  const { batch, made } = run('tokenLosses', parameters, config, sequences);
  const losses = batch.targets.map((target, row) => -Math.log(at(made.probabilities, row, target)));
  return sequences.map((_, i) => losses.slice(batch.starts[i], batch.starts[i + 1]));
};
