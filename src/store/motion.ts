/** The motion of the stop that the reader is at, fitted to the matrices that are on the stage. */
import { isHeadMatrix } from '../attention/index.ts';
import {
  askMotion,
  chainMotion,
  cutMotion,
  gatherMotion,
  feedForwardMotion,
  logitsMotion,
  maskMotion,
  normMotion,
  passageMotion,
  productMotion,
  stepsMotion,
  stillBeside,
  sumMotion,
  sweepMotion,
  type Moment,
  type AskShape,
  type Motion,
  type ProductShape,
} from '../choreography/index.ts';
import { at } from '../math/index.ts';
import { chainStations, motionAt, stepOf, type MotionKind } from '../walkthrough/index.ts';
import { cellAt, explain, matrixIn } from './cells.ts';
import { selectPredicts } from './model.ts';
import { once } from './once.ts';
import type { StageCell, State } from './state.ts';
import { currentBeat, type AppStore } from './store.ts';
import { selectComputation } from './traces.ts';

const known = new Map<string, Motion>();

interface Shape extends ProductShape, AskShape {
  readonly stations?: number | undefined;
  /** Heads, which are joined side by side. */
  readonly blocks: number;
}

const makers: Readonly<Record<Exclude<MotionKind, 'passage'>, (shape: Shape) => Motion>> = {
  product: productMotion,
  sum: sumMotion,
  rows: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows' }),
  softmax: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows', slow: true }),
  mask: maskMotion,
  cut: cutMotion,
  gather: gatherMotion,
  chain: ({ stations = chainStations }) => chainMotion(stations),
  norm: normMotion,
  'feed-forward': feedForwardMotion,
  logits: logitsMotion,
  steps: stepsMotion,
  ask: askMotion,
};

/** Motions in which the first cell is added up term by term. */
const addingUp: ReadonlySet<MotionKind> = new Set([
  'product',
  'sum',
  'norm',
  'feed-forward',
  'logits',
]);

/** Whether each key may be asked by the row of a cell: the mask blocks the others. */
export const openKeys = (
  state: State,
  { head, row, variant }: Pick<StageCell, 'head' | 'row' | 'variant'>,
): readonly boolean[] => {
  const masked = selectComputation(state, variant).matrix({ matrix: 'masked', head });
  return Array.from({ length: masked.cols }, (_, key) => at(masked, row, key) !== -Infinity);
};

/** How the stop moves; null where it is a still. The same object for the same shapes. */
export const selectMotion = once((state: State): Motion | null => {
  const beat = currentBeat(state);
  const { makes, cell } = beat;
  const motion = motionAt(beat, state.nHeads);
  if (motion === 'passage') return passageMotion;
  if (!motion || !makes || !cell || cell.matrix !== makes) return null;
  if (motion === 'logits' && !selectPredicts(state)) return null;
  const first = cellAt(state, cell);
  const matrix = first && matrixIn(selectComputation(state, cell.variant), first);
  if (!matrix) return null;
  const { rows, cols } = matrix;
  const terms = addingUp.has(motion) ? explain(state, first).terms.length : 0;
  const open = motion === 'ask' ? openKeys(state, first) : [];
  // What is drawn transposed is first seen as it was made; its rows become the product's columns.
  const turns = stepOf(state.step).transposed ? cols : 0;
  const key = `${motion} ${rows} ${cols} ${terms} ${first.row} ${first.col} ${turns} ${beat.stations.length} ${state.nHeads} ${open.join(' ')}`;
  const stations = beat.stations.length > 0 ? beat.stations.length : undefined;
  // The place alone: a motion is kept for every matrix of the same shape.
  const place = { row: first.row, col: first.col };
  const made =
    known.get(key) ??
    makers[motion]({
      rows,
      cols,
      terms,
      first: place,
      turns,
      stations,
      blocks: state.nHeads,
      open,
    });
  known.set(key, made);
  return made;
});

/** Holds the picture at the still before or after; does nothing where the stop does not move. */
export const showStillBeside = (store: AppStore, direction: 1 | -1): void => {
  const state = store.getState();
  const motion = selectMotion(state);
  if (!motion) return;
  state.setPlaying(false);
  state.setMoment(stillBeside(motion, state.moment, direction));
};

/** What is on the stage now, where something moves there; null at rest. */
export const selectMoment = once((state: State): Moment | null =>
  state.moment === null ? null : (selectMotion(state)?.at(state.moment) ?? null),
);

/** The cell that the motion has come to: of what is made, or of the station that it has come to. */
export const selectMovingCell = (state: State): StageCell | null => {
  const moment = selectMoment(state);
  const { makes, cell, stations } = currentBeat(state);
  const station = stations[moment?.reached ?? -1];
  if (moment && cell && station) return cellAt(state, { ...cell, ...moment.cell, matrix: station });
  if (!moment?.cell || !makes) return null;
  return {
    matrix: makes,
    ...(isHeadMatrix(makes) ? { head: state.head } : {}),
    ...(cell?.variant ? { variant: cell.variant } : {}),
    ...moment.cell,
  };
};

/** What the terms that have landed so far add up to; null where the cell is complete, or nothing moves. */
export const selectPartialSum = once((state: State): number | null => {
  const cell = selectMovingCell(state);
  const landed = selectMoment(state)?.landed ?? 0;
  if (!cell) return null;
  const { terms } = explain(state, cell);
  if (landed >= terms.length) return null;
  return terms.slice(0, Math.floor(landed)).reduce((sum, { value }) => sum + value, 0);
});
