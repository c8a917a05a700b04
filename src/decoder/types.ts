/** What the decoder takes, and the trace that keeps every intermediate of one run. */
import type { AttentionTrace } from '../attention/index.ts';
import type { Matrix } from '../math/index.ts';

/** V = vocabulary size, T = context length, d = model width, f = width of the feed-forward layer. */
export interface DecoderParameters {
  /** V×d */
  readonly tokenEmbedding: Matrix;
  /** T×d */
  readonly positionEmbedding: Matrix;
  /** d×d, as are wk, wv and wo */
  readonly wq: Matrix;
  readonly wk: Matrix;
  readonly wv: Matrix;
  readonly wo: Matrix;
  /** 1×d */
  readonly norm1Gain: Matrix;
  /** 1×d */
  readonly norm1Bias: Matrix;
  /** d×f */
  readonly w1: Matrix;
  /** 1×f */
  readonly b1: Matrix;
  /** f×d */
  readonly w2: Matrix;
  /** 1×d */
  readonly b2: Matrix;
  /** 1×d */
  readonly norm2Gain: Matrix;
  /** 1×d */
  readonly norm2Bias: Matrix;
  /** d×V */
  readonly unembedding: Matrix;
  /** 1×V */
  readonly unembeddingBias: Matrix;
}

/** The names of the parameters, in the order in which the forward pass reads them. */
export const parameterNames = [
  'tokenEmbedding',
  'positionEmbedding',
  'wq',
  'wk',
  'wv',
  'wo',
  'norm1Gain',
  'norm1Bias',
  'w1',
  'b1',
  'w2',
  'b2',
  'norm2Gain',
  'norm2Bias',
  'unembedding',
  'unembeddingBias',
] as const satisfies readonly (keyof DecoderParameters)[];

/** The decoder's own stages, in the order in which they are computed. */
export const stageNames = [
  'x',
  'residual1',
  'y',
  'hidden',
  'activated',
  'feedForward',
  'residual2',
  'z',
  'logits',
  'probabilities',
] as const satisfies readonly (keyof DecoderTrace)[];

export interface DecoderConfig {
  /** Must divide d. */
  readonly nHeads: number;
  /** True by default; false shows what a decoder without its mask computes. */
  readonly causal?: boolean | undefined;
  /** 1/√dK by default; 1 shows what happens without scaling. */
  readonly scale?: number | undefined;
}

/** A cell of x that has this value, whatever token and position make. */
export interface SetCell {
  readonly row: number;
  readonly col: number;
  readonly value: number;
}

export interface DecoderInputs {
  readonly parameters: DecoderParameters;
  readonly config: DecoderConfig;
  readonly tokens: readonly number[];
  /** Empty where x is what was looked up. */
  readonly set: readonly SetCell[];
}

export interface DecoderTrace {
  /** What was passed in, the same objects. */
  readonly inputs: DecoderInputs;
  /** Token plus position, but for the cells that were set, n×d */
  readonly x: Matrix;
  readonly attention: AttentionTrace;
  /** x + attention.output, n×d */
  readonly residual1: Matrix;
  /** First layer norm, n×d */
  readonly y: Matrix;
  /** y·w1 + b1, n×f */
  readonly hidden: Matrix;
  /** max(0, hidden), n×f */
  readonly activated: Matrix;
  /** activated·w2 + b2, n×d */
  readonly feedForward: Matrix;
  /** y + feedForward, n×d */
  readonly residual2: Matrix;
  /** Second layer norm, n×d */
  readonly z: Matrix;
  /** z·unembedding + unembeddingBias, n×V */
  readonly logits: Matrix;
  /** Softmax of the rows of logits, n×V */
  readonly probabilities: Matrix;
}
