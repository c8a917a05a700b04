/** The domains of the colour scales: one per quantity, taken from the values in use, shared by all heads and by both sides of a comparison. */
import { attendHead, type AttentionTrace } from '../attention/index.ts';
import type { DecoderMatrixName, DecoderTrace } from '../decoder/index.ts';
import { concatCols, matmul, type Matrix } from '../math/index.ts';
import { once } from './once.ts';
import type { State } from './state.ts';
import { magnitudeQuantile } from './statistics.ts';
import { selectCausal, selectCrossTrace, selectTrace, traceOf } from './traces.ts';

export type Quantity =
  | 'x'
  | 'w'
  | 'qkv'
  | 'scores'
  | 'share'
  | 'context'
  | 'output'
  | 'norm'
  | 'hidden'
  | 'logits';

const quantities: Partial<Record<DecoderMatrixName, Quantity>> = {
  x: 'x',
  memory: 'x',
  tokenEmbedding: 'x',
  positionEmbedding: 'x',
  q: 'qkv',
  k: 'qkv',
  v: 'qkv',
  scores: 'scores',
  scaled: 'scores',
  masked: 'scores',
  weights: 'share',
  probabilities: 'share',
  context: 'context',
  concat: 'context',
  output: 'output',
  residual1: 'norm',
  residual2: 'norm',
  y: 'norm',
  z: 'norm',
  hidden: 'hidden',
  activated: 'hidden',
  feedForward: 'hidden',
  logits: 'logits',
};

/** Which quantity a matrix holds; parameters are `w`. */
export const quantityOf = (matrix: DecoderMatrixName): Quantity => quantities[matrix] ?? 'w';

/** The colour rule of a matrix: shares of 1, or signed values. */
export const ruleOf = (matrix: DecoderMatrixName): 'share' | 'signed' =>
  quantityOf(matrix) === 'share' ? 'share' : 'signed';

/** The smallest readable number (one or two digits) that is not below `value`. */
export const readableCeiling = (value: number): number => {
  if (!(value > 0) || !Number.isFinite(value)) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9, 10];
  const step = steps.find((candidate) => candidate * unit >= value * (1 - 1e-12)) ?? 10;
  return Number((step * unit).toPrecision(2));
};

/** Of what attention makes; of anything else none. */
const attentionMatrices = ({ heads }: AttentionTrace, quantity: Quantity): readonly Matrix[] => {
  switch (quantity) {
    case 'qkv':
      return heads.flatMap(({ q, k, v }) => [q, k, v]);
    case 'scores':
      return heads.map(({ scores }) => scores);
    case 'context':
      return heads.map(({ context }) => context);
    default:
      return [];
  }
};

/** Asks a trace for no more than the quantity: what comes after attention is computed when it is asked for. */
const matricesOf = (trace: DecoderTrace, quantity: Quantity): readonly Matrix[] => {
  const { attention, inputs } = trace;
  switch (quantity) {
    case 'x':
      return [trace.x];
    case 'w': {
      const { wq, wk, wv, wo } = inputs.parameters;
      return [wq, wk, wv, wo];
    }
    case 'output':
      return [attention.output];
    case 'norm':
      return [trace.residual1, trace.residual2, trace.y, trace.z];
    case 'hidden':
      return [trace.hidden, trace.feedForward];
    case 'logits':
      return [trace.logits];
    default:
      return attentionMatrices(attention, quantity);
  }
};

/** What the mask does not reach: the same with it and without. */
const beforeMask: ReadonlySet<Quantity> = new Set(['x', 'w', 'qkv', 'scores']);

/** A few outliers may go off the scale's ends, so that the rest keeps its shades. */
const saturated = 0.97;

const known = new WeakMap<DecoderTrace, Map<string, number>>();

/** The value at which a colour scale is fully saturated, for the matrix of this name. Shares are fixed to 1. */
export const selectDomain = (state: State, matrix: DecoderMatrixName): number =>
  // Two states that are held against each other have one scale.
  Math.max(domainOf(state, matrix), state.held ? domainOf({ ...state, ...state.held }, matrix) : 0);

/** The heads' contexts with the mask the other way, for two scales: a small part of a second trace's arithmetic. */
const contextsBeside = once(({ attention }: DecoderTrace): readonly Matrix[] => {
  const { causal, scale } = attention.inputs.options;
  return attention.heads.map(
    ({ q, k, v }) => attendHead(q, k, v, { scale, causal: !causal }).context,
  );
});

/** The matrices of a quantity with the mask the other way than drawn, so that the switch leaves the scale as it is. */
const matricesBeside = (
  state: State,
  trace: DecoderTrace,
  quantity: Quantity,
): readonly Matrix[] => {
  if (beforeMask.has(quantity)) return [];
  if (quantity === 'context') return contextsBeside(trace);
  if (quantity === 'output')
    return [matmul(concatCols(contextsBeside(trace)), trace.inputs.parameters.wo)];
  return matricesOf(traceOf(state, !selectCausal(state)), quantity);
};

const domainOf = (state: State, matrix: DecoderMatrixName): number => {
  const quantity = quantityOf(matrix);
  if (quantity === 'share') return 1;
  const trace = selectTrace(state);
  const byQuantity = known.get(trace) ?? new Map<string, number>();
  known.set(trace, byQuantity);
  const cross = state.step === 'cross-attention';
  // The trace knows nothing of the second input.
  const key = `${quantity} ${cross ? state.memory.join('\n') : ''}`;
  const kept = byQuantity.get(key);
  if (kept !== undefined) return kept;
  const crossed = (cross ? [0, 1] : []).flatMap((beat) =>
    attentionMatrices(selectCrossTrace({ ...state, beat }), quantity),
  );
  const made = readableCeiling(
    magnitudeQuantile(
      [...matricesOf(trace, quantity), ...matricesBeside(state, trace, quantity), ...crossed],
      saturated,
    ),
  );
  byQuantity.set(key, made);
  return made;
};
