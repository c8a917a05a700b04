/** Cells on the stage: what one is made of, and whose rows and columns are tokens. */
import { isHeadMatrix } from '../attention/index.ts';
import type { DecoderCellExplanation, DecoderMatrixName } from '../decoder/index.ts';
import { at, type Matrix } from '../math/index.ts';
import type { CellSeat } from '../walkthrough/index.ts';
import type { Computation } from './computation.ts';
import { selectComputation } from './traces.ts';
import type { StageCell, State } from './state.ts';

/** The column of the largest value of a row; the first of several. */
export const topColumn = (matrix: Matrix, row: number): number => {
  let top = 0;
  for (let col = 1; col < matrix.cols; col++)
    if (at(matrix, row, col) > at(matrix, row, top)) top = col;
  return top;
};

/** The matrix that a reference names, or null where this computation has none (no memory, no such head). */
export const matrixIn = (
  computation: Computation,
  ref: { readonly matrix: DecoderMatrixName; readonly head?: number | undefined },
): Matrix | null => {
  try {
    return computation.matrix(ref);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

/** Counts negative indices from the end. */
const fromEnd = (index: number, length: number): number => (index < 0 ? length + index : index);

/** The row that asks, where one row alone does: the reader's choice, as long as the sentence has it, else the last. */
export const askingRow = (state: Pick<State, 'askingRow' | 'tokens'>): number => {
  const last = state.tokens.length - 1;
  return Math.min(state.askingRow ?? last, last);
};

/** Resolves a seat of the walkthrough against the current computation. */
export const cellAt = (state: State, seat: CellSeat): StageCell | null => {
  const ref = { matrix: seat.matrix, ...(isHeadMatrix(seat.matrix) ? { head: state.head } : {}) };
  const matrix = matrixIn(selectComputation(state, seat.variant), ref);
  if (!matrix) return null;
  const line = seat.row === 'asking' ? askingRow(state) : seat.row;
  const row = Math.min(Math.max(fromEnd(line, matrix.rows), 0), matrix.rows - 1);
  const wanted = seat.col === 'top' ? topColumn(matrix, row) : fromEnd(seat.col, matrix.cols);
  const col = Math.min(Math.max(wanted, 0), matrix.cols - 1);
  return { ...ref, row, col, ...(seat.variant ? { variant: seat.variant } : {}) };
};

/** Whether a cell exists in the computation behind its picture. */
export const cellExists = (state: State, cell: StageCell): boolean => {
  const matrix = matrixIn(selectComputation(state, cell.variant), cell);
  return matrix !== null && cell.row < matrix.rows && cell.col < matrix.cols;
};

/** The arithmetic of a cell. */
export const explain = (state: State, cell: StageCell): DecoderCellExplanation =>
  selectComputation(state, cell.variant).explain(cell);

/** One name for a cell, to compare and to collect by. */
export const cellKey = ({ matrix, head, variant, row, col }: StageCell): string =>
  `${matrix}/${head ?? ''}/${variant ?? ''}/${row}/${col}`;

const cutIntoHeads: ReadonlySet<string> = new Set(['wq', 'wk', 'wv']);

/** Whether heads have columns of their own in this matrix, and no matrix: the parameters of the projections. */
export const isCutIntoHeads = (matrix: string): boolean => cutIntoHeads.has(matrix);

const notTokenRows: ReadonlySet<DecoderMatrixName> = new Set([
  'wq',
  'wk',
  'wv',
  'wo',
  'w1',
  'w2',
  'b1',
  'b2',
  'norm1Gain',
  'norm1Bias',
  'norm2Gain',
  'norm2Bias',
  'unembedding',
  'unembeddingBias',
  'tokenEmbedding',
  'positionEmbedding',
  'memory',
]);

/** Whether the rows of this matrix belong to the sentence's tokens. */
export const rowIsToken = (matrix: DecoderMatrixName): boolean => !notTokenRows.has(matrix);

const keyColumns: ReadonlySet<DecoderMatrixName> = new Set([
  'scores',
  'scaled',
  'masked',
  'weights',
]);

/** Whether the columns of this matrix belong to tokens: row asks, column is asked. */
export const colIsToken = (matrix: DecoderMatrixName): boolean => keyColumns.has(matrix);
