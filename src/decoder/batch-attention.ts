/**
 * Attention within each sentence of a batch, forwards and backwards, without a matrix of its own for every sentence
 * and head: training does this thousands of times. A test holds it against attend, which keeps every stage.
 */
import { zerosLike, type Matrix } from '../math/index.ts';

/** Queries, keys and values of all rows; each n×d, head h in columns h·dK … (h+1)·dK. */
export interface Projections {
  readonly q: Matrix;
  readonly k: Matrix;
  readonly v: Matrix;
}

export interface BatchOptions {
  /** The row at which each sentence starts, and the number of all rows at the end. */
  readonly starts: readonly number[];
  readonly nHeads: number;
  readonly causal: boolean;
  /** What a score is multiplied by. */
  readonly scale: number;
}

/** The context of all rows, and the attention weights that made it, as the way back needs them. */
export interface BatchContext {
  readonly context: Matrix;
  /** The weights of row r in head h begin at (r·nHeads + h)·longest. */
  readonly weights: Float64Array;
  /** The length of the longest sentence. */
  readonly longest: number;
}

/** One row asking in one head: which rows it may use, where its weights and its columns begin. */
type Visit = (row: number, from: number, to: number, at: number, column: number) => void;

const forEachQuery = (
  { starts, nHeads, causal }: BatchOptions,
  { longest, dK }: { readonly longest: number; readonly dK: number },
  visit: Visit,
): void => {
  for (let sentence = 0; sentence + 1 < starts.length; sentence++) {
    const [from, end] = [starts[sentence]!, starts[sentence + 1]!];
    for (let row = from; row < end; row++) {
      const to = causal ? row + 1 : end;
      for (let head = 0; head < nHeads; head++) {
        visit(row, from, to, (row * nHeads + head) * longest, head * dK);
      }
    }
  }
};

const longestOf = (starts: readonly number[]): number =>
  starts.slice(1).reduce((longest, end, i) => Math.max(longest, end - starts[i]!), 0);

/** softmax(q·kᵀ·scale)·v within each sentence and head. q, k, v: n×d → context n×d. Vaswani et al. 2017, eq. 1. */
export const attendBatch = ({ q, k, v }: Projections, options: BatchOptions): BatchContext => {
  const { nHeads, scale } = options;
  const d = q.cols;
  const dK = d / nHeads;
  const longest = longestOf(options.starts);
  const weights = new Float64Array(q.rows * nHeads * longest);
  const context = zerosLike(q, q.rows, d);
  forEachQuery(options, { longest, dK }, (row, from, to, at, column) => {
    let max = -Infinity;
    for (let key = from; key < to; key++) {
      let score = 0;
      for (let i = column; i < column + dK; i++)
        score += q.data[row * d + i]! * k.data[key * d + i]!;
      score *= scale;
      weights[at + key - from] = score;
      if (score > max) max = score;
    }
    let sum = 0;
    for (let j = at; j < at + to - from; j++) sum += weights[j] = Math.exp(weights[j]! - max);
    for (let key = from; key < to; key++) {
      const weight = (weights[at + key - from]! /= sum);
      for (let i = column; i < column + dK; i++) {
        context.data[row * d + i]! += weight * v.data[key * d + i]!;
      }
    }
  });
  return { context, weights, longest };
};

/**
 * The gradients of q, k and v from that of the context. With a the weights of a row and g its gradient:
 * ∂v_j += a_j·g; ∂a_j = g·v_j; ∂s_j = a_j·(∂a_j − Σ_l a_l·∂a_l)·scale; ∂q += ∂s_j·k_j; ∂k_j += ∂s_j·q.
 */
export const attendBatchBackward = (
  { q, k, v }: Projections,
  { weights, longest }: BatchContext,
  gradient: Matrix,
  options: BatchOptions,
): Projections => {
  const { nHeads, scale } = options;
  const d = q.cols;
  const dK = d / nHeads;
  const [dq, dk, dv] = [zerosLike(q, q.rows, d), zerosLike(k, k.rows, d), zerosLike(v, v.rows, d)];
  const shares = new Float64Array(longest);
  forEachQuery(options, { longest, dK }, (row, from, to, at, column) => {
    let mean = 0;
    for (let key = from; key < to; key++) {
      const weight = weights[at + key - from]!;
      let share = 0;
      for (let i = column; i < column + dK; i++) {
        const g = gradient.data[row * d + i]!;
        share += g * v.data[key * d + i]!;
        dv.data[key * d + i]! += weight * g;
      }
      shares[key - from] = share;
      mean += weight * share;
    }
    for (let key = from; key < to; key++) {
      const score = weights[at + key - from]! * (shares[key - from]! - mean) * scale;
      for (let i = column; i < column + dK; i++) {
        dq.data[row * d + i]! += score * k.data[key * d + i]!;
        dk.data[key * d + i]! += score * q.data[row * d + i]!;
      }
    }
  });
  return { q: dq, k: dk, v: dv };
};
