/** The parameters that are computed with: the model's own, but for what the reader switched off or what it never learned. */
import type { DecoderParameters } from '../decoder/index.ts';
import { exampleShape, tokenId } from '../example/index.ts';
import { fromData, zerosLike, type Matrix } from '../math/index.ts';
import { beatOf, everyRowBeat, stepOf } from '../walkthrough/index.ts';
import { editedParameters } from './edits.ts';
import type { State } from './state.ts';

type Effective = Pick<
  State,
  'parameters' | 'edits' | 'tokens' | 'nHeads' | 'headsOff' | 'positions'
>;

/** How many tokens the model was made for: the rows of its position table. */
export const contextLengthOf = ({ parameters }: Pick<State, 'parameters'>): number =>
  parameters.positionEmbedding.rows;

/** A head is switched off where the output projection meets it: its rows of W_O become 0, and nothing of it is passed on. */
const withoutHeads = (wo: Matrix, nHeads: number, off: readonly number[]): Matrix => {
  const width = wo.rows / nHeads;
  const data = Float64Array.from(wo.data);
  for (const head of off) data.fill(0, head * width * wo.cols, (head + 1) * width * wo.cols);
  return fromData(wo.rows, wo.cols, data);
};

/** A sentence longer than the table reads rows of 0 beyond it: there is no position vector to add. */
const longEnough = (table: Matrix, length: number): Matrix => {
  if (length <= table.rows) return table;
  const longer = zerosLike(table, length, table.cols);
  longer.data.set(table.data);
  return longer;
};

const effective = (
  parameters: DecoderParameters,
  { tokens, nHeads, headsOff, positions }: Effective,
): DecoderParameters => {
  const { positionEmbedding, wo } = parameters;
  const table = positions
    ? positionEmbedding
    : zerosLike(positionEmbedding, positionEmbedding.rows, positionEmbedding.cols);
  return {
    ...parameters,
    positionEmbedding: longEnough(table, tokens.length),
    wo: withoutHeads(wo, nHeads, headsOff),
  };
};

const known = new WeakMap<DecoderParameters, Map<string, DecoderParameters>>();

/** The same object for the same inputs; the model's own parameters where nothing is set or switched off and nothing is missing. */
export const selectParameters = (state: Effective): DecoderParameters => {
  const { tokens, nHeads, headsOff, positions } = state;
  const parameters = editedParameters(state.parameters, state.edits);
  const missing = Math.max(0, tokens.length - contextLengthOf(state));
  if (headsOff.length === 0 && positions && missing === 0) return parameters;
  const byKey = known.get(parameters) ?? new Map<string, DecoderParameters>();
  known.set(parameters, byKey);
  const key = `${nHeads} ${headsOff.join(',')} ${positions} ${missing}`;
  const made = byKey.get(key) ?? effective(parameters, state);
  byKey.set(key, made);
  return made;
};

/** What takes the model away from how it was trained, so that nobody takes its answer for what it learned. */
export type Departure =
  | 'untrained'
  | 'heads'
  | 'attention-off'
  | 'head-off'
  | 'positions-off'
  | 'scaling'
  | 'rescaled'
  | 'edited'
  | 'unknown'
  | 'mask'
  | 'length';

/** Whether every head is off, and so attention as a whole. */
export const selectAttentionOff = ({
  nHeads,
  headsOff,
}: Pick<State, 'nHeads' | 'headsOff'>): boolean => headsOff.length === nHeads;

/**
 * Every way in which the model is not used as it was trained. Without the mask the last row's answer stays what it is,
 * since with one layer it sees every token either way; so the mask counts only where every row answers.
 */
export const selectDepartures = (state: State): readonly Departure[] => {
  const attentionOff = selectAttentionOff(state);
  const ways: readonly (readonly [Departure, boolean])[] = [
    ['untrained', state.origin.kind === 'room' && state.origin.steps === 0],
    ['heads', state.nHeads !== exampleShape.nHeads],
    ['attention-off', attentionOff],
    ['head-off', !attentionOff && state.headsOff.length > 0],
    ['positions-off', !state.positions],
    ['scaling', !state.scaled],
    ['rescaled', (state.scaled && state.divisor !== null) || state.temperature !== 1],
    ['edited', state.edits.length > 0],
    ['unknown', state.tokens.some((token) => !isKnown(state, token))],
    [
      'mask',
      beatOf(stepOf(state.step), state.beat).id === everyRowBeat &&
        !(state.causalChoice ?? stepOf(state.step).causal),
    ],
    ['length', state.tokens.length > contextLengthOf(state)],
  ];
  return ways.filter(([, holds]) => holds).map(([departure]) => departure);
};

/** Whether the model has an answer to give: beyond its context it has not. */
export const selectPredicts = (state: State): boolean =>
  state.tokens.length <= contextLengthOf(state);

/** Whether the model has learned this token; the unknown token stands in for others. */
export const isKnown = ({ vocabulary }: Pick<State, 'vocabulary'>, token: string): boolean =>
  vocabulary[tokenId(vocabulary, token)] === token;
