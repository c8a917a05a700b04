/** The motion of the stop that the reader is at, fitted to the matrices that are on the stage. */
import { isHeadMatrix } from '../attention/index.ts';
import {
  chainMotion,
  cutMotion,
  feedForwardMotion,
  logitsMotion,
  maskMotion,
  normMotion,
  productMotion,
  sumMotion,
  sweepMotion,
  type Moment,
  type Motion,
  type ProductShape,
} from '../choreography/index.ts';
import { chainStations, motionAt, type MotionKind } from '../walkthrough/index.ts';
import { cellAt, explain, matrixIn } from './cells.ts';
import { selectPredicts } from './model.ts';
import type { StageCell, State } from './state.ts';
import { currentBeat } from './store.ts';
import { selectComputation } from './traces.ts';

const known = new Map<string, Motion>();

const makers: Readonly<Record<MotionKind, (shape: ProductShape) => Motion>> = {
  product: productMotion,
  sum: sumMotion,
  rows: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows' }),
  softmax: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows', slow: true }),
  mask: maskMotion,
  cut: cutMotion,
  chain: () => chainMotion(chainStations),
  norm: normMotion,
  'feed-forward': feedForwardMotion,
  logits: logitsMotion,
};

/** Motions in which the first cell is added up term by term. */
const addingUp: ReadonlySet<MotionKind> = new Set([
  'product',
  'sum',
  'norm',
  'feed-forward',
  'logits',
]);

/** How the stop moves; null where it is a still. The same object for the same shapes. */
export const selectMotion = (state: State): Motion | null => {
  const beat = currentBeat(state);
  const { makes, cell } = beat;
  const motion = motionAt(beat, state.nHeads);
  if (!motion || !makes || !cell || cell.matrix !== makes) return null;
  if (motion === 'logits' && !selectPredicts(state)) return null;
  const first = cellAt(state, cell);
  const matrix = first && matrixIn(selectComputation(state, cell.variant), first);
  if (!matrix) return null;
  const { rows, cols } = matrix;
  const terms = addingUp.has(motion) ? explain(state, first).terms.length : 0;
  const key = `${motion} ${rows} ${cols} ${terms} ${first.row} ${first.col}`;
  // The place alone: a motion is kept for every matrix of the same shape.
  const place = { row: first.row, col: first.col };
  const made = known.get(key) ?? makers[motion]({ rows, cols, terms, first: place });
  known.set(key, made);
  return made;
};

/** What is on the stage now, where something moves there; null at rest. */
export const selectMoment = (state: State): Moment | null =>
  state.moment === null ? null : (selectMotion(state)?.at(state.moment) ?? null);

/** The cell that the motion has come to. */
export const selectMovingCell = (state: State): StageCell | null => {
  const moment = selectMoment(state);
  const { makes, cell } = currentBeat(state);
  if (!moment?.cell || !makes) return null;
  return {
    matrix: makes,
    ...(isHeadMatrix(makes) ? { head: state.head } : {}),
    ...(cell?.variant ? { variant: cell.variant } : {}),
    ...moment.cell,
  };
};

/** What the terms that have landed so far add up to; null where the cell is complete, or nothing moves. */
export const selectPartialSum = (state: State): number | null => {
  const cell = selectMovingCell(state);
  const landed = selectMoment(state)?.landed ?? 0;
  if (!cell) return null;
  const { terms } = explain(state, cell);
  if (landed >= terms.length) return null;
  return terms.slice(0, Math.floor(landed)).reduce((sum, { value }) => sum + value, 0);
};
