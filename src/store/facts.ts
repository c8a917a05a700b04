/** What narration may say that depends on the current numbers, computed here and never typed into a text. */
import { memoryTokens } from '../example/index.ts';
import type { DecoderTrace } from '../decoder/index.ts';
import { at, type Matrix } from '../math/index.ts';
import { selectActiveCell, selectQueryRow } from './active.ts';
import { colIsToken, topColumn } from './cells.ts';
import { once } from './once.ts';
import { contextLengthOf, selectDepartures } from './model.ts';
import { standardDeviation } from './statistics.ts';
import {
  selectCausal,
  selectComputation,
  selectCrossTokens,
  selectTrace,
  traceOf,
} from './traces.ts';
import type { State } from './state.ts';

export interface Prediction {
  readonly token: string;
  readonly probability: number;
}

/** The `count` most probable next characters after the token of `row`, best first. */
export const predictionsOf = (
  vocabulary: readonly string[],
  { probabilities }: DecoderTrace,
  row: number,
  count: number,
): readonly Prediction[] =>
  vocabulary
    .map((token, id) => ({ token, probability: at(probabilities, row, id) }))
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, count);

const lastRow = (m: Matrix): readonly number[] => [...m.data.subarray((m.rows - 1) * m.cols)];

/** Whether the last row's probabilities differ with and without the mask; with a single layer they do not. */
const maskChangesPrediction = (state: State): boolean => {
  const without = lastRow(traceOf(state, false).probabilities);
  return lastRow(traceOf(state, true).probabilities).some(
    (p, id) => Math.abs(p - (without[id] ?? p)) > 1e-12,
  );
};

const countParameters = (state: State): number =>
  Object.values(state.parameters).reduce(
    (sum: number, matrix: Matrix) => sum + matrix.data.length,
    0,
  );

const computeFacts = (state: State) => {
  const trace = selectTrace(state);
  const computation = selectComputation(state);
  const cell = selectActiveCell(state);
  const { queries, keys } = selectCrossTokens(state);
  const nHeads = trace.attention.heads.length;
  const head = Math.min(state.head, nHeads - 1);
  const weights = computation.matrix({ matrix: 'weights', head });
  const scores = computation.matrix({ matrix: 'scores', head });
  const query = Math.min(selectQueryRow(state), weights.rows - 1);
  const topOf = (matrix: Matrix): { readonly topKey: number; readonly topShare: number } => {
    const topKey = topColumn(matrix, query);
    return { topKey, topShare: at(matrix, query, topKey) };
  };
  return {
    tokens: state.tokens,
    dModel: trace.x.cols,
    nHeads,
    dK: trace.x.cols / nHeads,
    head: head + 1,
    causal: selectCausal(state),
    scaled: state.scaled,
    departures: selectDepartures(state),
    ownSteps: state.origin.kind === 'room' ? state.origin.steps : null,
    contextLength: contextLengthOf(state),
    headsOff: state.headsOff.map((off) => off + 1),
    query,
    key: cell && colIsToken(cell.matrix) ? cell.col : null,
    ...topOf(weights),
    topScoreKey: topColumn(scores, query),
    heads: trace.attention.heads.map((_, index) =>
      topOf(computation.matrix({ matrix: 'weights', head: index })),
    ),
    scoreSpread: standardDeviation(scores),
    scaledSpread: standardDeviation(computation.matrix({ matrix: 'scaled', head })),
    prediction: predictionsOf(state.vocabulary, trace, trace.x.rows - 1, 5),
    maskChangesPrediction: maskChangesPrediction(state),
    parameters: countParameters(state),
    vocabularySize: state.vocabulary.length,
    nMemory: state.step === 'cross-attention' ? keys.length : memoryTokens.length,
    crossQueries: queries.length,
  };
};

/** All facts at once, the same object for the same state. Shapes follow the glossary; indices are token positions, heads are counted from 1. */
export const selectFacts = once(computeFacts);
