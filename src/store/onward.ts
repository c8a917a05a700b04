/** Where a number goes: the next matrices it enters, by the same seat, by a whole row or by a whole column. */
import { isHeadMatrix } from '../attention/index.ts';
import type { DecoderMatrixName } from '../decoder/index.ts';
import { at, type Matrix } from '../math/index.ts';
import { isCutIntoHeads, matrixIn } from './cells.ts';
import type { StageCell, State } from './state.ts';
import { selectComputation } from './traces.ts';

/** How a number enters a matrix: its own seat, its row (all of a row is made from it), or a column, its own or that of its row's number. */
type Way = 'seat' | 'row' | 'column' | 'column-of-row';

const ways: Partial<Record<DecoderMatrixName, readonly (readonly [DecoderMatrixName, Way])[]>> = {
  x: [
    ['q', 'row'],
    ['k', 'row'],
    ['v', 'row'],
    ['residual1', 'seat'],
  ],
  memory: [
    ['k', 'row'],
    ['v', 'row'],
  ],
  wq: [['q', 'column']],
  wk: [['k', 'column']],
  wv: [['v', 'column']],
  wo: [['output', 'column']],
  q: [['scores', 'row']],
  k: [['scores', 'column-of-row']],
  v: [['context', 'column']],
  // What stays in its seat is followed to the end, since each station is one small step.
  scores: [
    ['scaled', 'seat'],
    ['masked', 'seat'],
    ['weights', 'seat'],
  ],
  scaled: [
    ['masked', 'seat'],
    ['weights', 'seat'],
  ],
  masked: [['weights', 'seat']],
  weights: [['context', 'row']],
  context: [['concat', 'seat']],
  concat: [['output', 'row']],
  output: [
    ['residual1', 'seat'],
    ['y', 'seat'],
  ],
  residual1: [['y', 'seat']],
  y: [
    ['hidden', 'row'],
    ['residual2', 'seat'],
  ],
  hidden: [['activated', 'seat']],
  activated: [['feedForward', 'row']],
  feedForward: [
    ['residual2', 'seat'],
    ['z', 'seat'],
  ],
  residual2: [['z', 'seat']],
  z: [['logits', 'row']],
  logits: [['probabilities', 'seat']],
  positionEmbedding: [['x', 'seat']],
  w1: [['hidden', 'column']],
  b1: [['hidden', 'column']],
  w2: [['feedForward', 'column']],
  b2: [['feedForward', 'column']],
  norm1Gain: [['y', 'column']],
  norm1Bias: [['y', 'column']],
  norm2Gain: [['z', 'column']],
  norm2Bias: [['z', 'column']],
  unembedding: [['logits', 'column']],
  unembeddingBias: [['logits', 'column']],
};

export interface Onward {
  /** The cell it enters; of a row or column the one to look at. */
  readonly cell: StageCell;
  readonly value: number;
  /** How many cells it enters there: 1, a whole row or a whole column. */
  readonly spread: number;
  readonly way: Way;
}

/** The head, and the column counted as the matrices of that head count it. */
const headAndColumn = (
  state: State,
  cell: StageCell,
): { readonly head: number; readonly col: number } => {
  if (!isCutIntoHeads(cell.matrix)) return { head: cell.head ?? state.head, col: cell.col };
  const width = state.parameters.wq.cols / state.nHeads;
  return { head: Math.floor(cell.col / width), col: cell.col % width };
};

/** The seat in a matrix of the given shape that a number enters, or looks at where it enters several. */
const seatIn = (
  { rows }: Matrix,
  way: Way,
  row: number,
  col: number,
): { readonly row: number; readonly col: number } => {
  switch (way) {
    case 'seat':
      return { row, col };
    case 'row':
      return { row, col: 0 };
    case 'column':
      return { row: rows - 1, col };
    default:
      return { row: rows - 1, col: row };
  }
};

const spreadIn = ({ rows, cols }: Matrix, way: Way): number =>
  ({ seat: 1, row: cols, column: rows, 'column-of-row': rows })[way];

/** Where this number goes next, in the order of the computation, each with its value there. */
export const nextCells = (state: State, cell: StageCell): readonly Onward[] => {
  const computation = selectComputation(state, cell.variant);
  const { head, col } = headAndColumn(state, cell);
  const joined = cell.matrix === 'context' ? head * computation.matrix(cell).cols : 0;
  return (ways[cell.matrix] ?? []).flatMap(([matrix, way]) => {
    const ref = {
      matrix,
      ...(isHeadMatrix(matrix) ? { head } : {}),
      ...(cell.variant ? { variant: cell.variant } : {}),
    };
    const found = matrixIn(computation, ref);
    if (!found) return [];
    const seat = seatIn(found, way, cell.row, col + joined);
    if (seat.row >= found.rows || seat.col >= found.cols) return [];
    const value = at(found, seat.row, seat.col);
    return [{ cell: { ...ref, ...seat }, value, spread: spreadIn(found, way), way }];
  });
};
