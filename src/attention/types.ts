/** What attention takes, and the trace that keeps every intermediate of one run. */
import type { Matrix } from '../math/index.ts';

/** Row-vector convention: q = x·wq. dModel = wq.cols; head h owns columns h·dK … (h+1)·dK of wq, wk, wv. */
export interface AttentionParameters {
  /** x.cols × dModel */
  readonly wq: Matrix;
  /** (memory ?? x).cols × dModel */
  readonly wk: Matrix;
  /** (memory ?? x).cols × dModel */
  readonly wv: Matrix;
  /** dModel × dOut; without it the output is the concatenation. */
  readonly wo?: Matrix | undefined;
}

export interface AttentionOptions {
  /** Must divide dModel; dK = dModel / nHeads. */
  readonly nHeads: number;
  readonly causal: boolean;
  /** Factor on the scores; 1/√dK by default. */
  readonly scale?: number | undefined;
}

export interface HeadOptions {
  readonly causal?: boolean | undefined;
  /** Factor on the scores; 1/√dK by default. */
  readonly scale?: number | undefined;
  /** nQ×nK, added to the scaled scores; −Infinity blocks. */
  readonly bias?: Matrix | undefined;
}

/** One head, stage by stage. nQ rows ask, nK rows are asked. */
export interface HeadTrace {
  /** nQ×dK */
  readonly q: Matrix;
  /** nK×dK */
  readonly k: Matrix;
  /** nK×dV */
  readonly v: Matrix;
  /** q·kᵀ, nQ×nK */
  readonly scores: Matrix;
  /** scores · scale, nQ×nK */
  readonly scaled: Matrix;
  /** scaled + bias, −Infinity in the future where causal, nQ×nK */
  readonly masked: Matrix;
  /** softmax of the rows of masked, nQ×nK */
  readonly weights: Matrix;
  /** weights·v, nQ×dV */
  readonly context: Matrix;
}

export interface AttentionInputs {
  readonly x: Matrix;
  readonly memory?: Matrix;
  readonly parameters: AttentionParameters;
  readonly options: AttentionOptions;
}

export interface AttentionTrace {
  /** What was passed in, the same objects. */
  readonly inputs: AttentionInputs;
  readonly heads: readonly HeadTrace[];
  /** The heads' contexts side by side, nQ×dModel */
  readonly concat: Matrix;
  /** concat·wo, or concat itself without wo */
  readonly output: Matrix;
}
