/** What a step of the walkthrough is made of: plain data, without callbacks, selectors, timers or prose. */
import type { DecoderMatrixName } from '../decoder/index.ts';

export type ChapterId = 'input' | 'qkv' | 'one-head' | 'many-heads' | 'beyond';

export type StepId =
  | 'architecture'
  | 'tokens'
  | 'black-box'
  | 'weights'
  | 'projection'
  | 'scores'
  | 'scale'
  | 'softmax'
  | 'context'
  | 'one-row'
  | 'formula'
  | 'heads'
  | 'mask'
  | 'prediction'
  | 'scale-up'
  | 'roles'
  | 'cross-attention'
  | 'parallel';

/** The nine stations of the pipeline map. */
export type NodeId =
  | 'x'
  | 'qkv'
  | 'scores'
  | 'scaled'
  | 'mask'
  | 'softmax'
  | 'context'
  | 'concat'
  | 'prediction';

/**
 * Where a cell sits; negative numbers count from the end, so that −1 is the last token whatever the sentence; `asking` is
 * the row that the reader lets ask, `top` the largest value of the row.
 */
export interface CellSeat {
  readonly matrix: DecoderMatrixName;
  readonly row: number | 'asking';
  readonly col: number | 'top';
  /** Which of two pictures of the same matrix is meant, where the step shows a comparison. */
  readonly variant?: Variant;
}

/** Two states of one matrix, side by side. */
export const variants = ['before', 'after', 'a', 'b'] as const;
export type Variant = (typeof variants)[number];

/** The stop at which every row, not the last alone, says what comes next. */
export const everyRowBeat = 'every-row';

/** How what is made comes to be: as a product term by term, as a sum of rows, row by row, as a softmax, under the mask, by cutting, by joining, along a chain, in as many steps as have to wait for each other, as one picture passes into the next, by asking key after key, or as the station of the chain it is named for. */
export type MotionKind =
  | 'product'
  | 'sum'
  | 'rows'
  | 'softmax'
  | 'mask'
  | 'cut'
  | 'gather'
  | 'chain'
  | 'norm'
  | 'feed-forward'
  | 'logits'
  | 'steps'
  | 'passage'
  | 'ask';

/** Stations of the last row on its way to the prediction: eight matrices, then the answer. */
export const chainStations = 9;

/** One stop within a step. What a beat leaves out is the step's. */
export interface Beat {
  readonly id: string;
  readonly reads?: readonly DecoderMatrixName[];
  readonly makes?: DecoderMatrixName;
  readonly formula?: string;
  readonly cell?: CellSeat;
  readonly motion?: MotionKind;
  /** The matrices that a motion comes by, where each is looked at closely. */
  readonly stations?: readonly DecoderMatrixName[];
}

export interface Step {
  readonly id: StepId;
  readonly chapter: ChapterId;
  /** The article's figure that this step answers. */
  readonly figure?: number;
  readonly node: NodeId;
  /** Matrices this step takes as given, and the one it makes; `makes` is null where a step only looks. */
  readonly reads: readonly DecoderMatrixName[];
  readonly makes: DecoderMatrixName | null;
  /** Whether one row alone is shown of what has tokens as its rows and what is made. */
  readonly oneRow?: true;
  /** Operands drawn transposed. */
  readonly transposed?: readonly DecoderMatrixName[];
  /** TeX, typeset at build time. */
  readonly formula: string;
  /** The colour rule of what is made: signed values or shares of 1. */
  readonly fill: 'signed' | 'share';
  /** The step's own state of the causal mask; the reader's switch wins over it. */
  readonly causal: boolean;
  /** Which switches change what this step shows. */
  readonly controls: readonly Control[];
  /** The cell that is explained before the reader picks one; null where the scene has none. */
  readonly cell: CellSeat | null;
  readonly beats: readonly Beat[];
  /** Absent where nothing moves. */
  readonly motion?: MotionKind;
  /** Whether the step leads to the training room, where its parameters come from. */
  readonly training?: true;
}

export type Control = 'head' | 'heads' | 'fill' | 'scaled' | 'causal';
