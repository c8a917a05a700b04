/** What a matrix on the stage is drawn from: the matrix of the computation, or a head's columns of a projection; and which cells its drawing stands for. */
import { isHeadMatrix } from '../../attention/index.ts';
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { shapeOf, sliceCols, type Matrix } from '../../math/index.ts';
import {
  isCutIntoHeads,
  selectComputation,
  type StageCell,
  type State,
} from '../../store/index.ts';
import type { Variant } from '../../walkthrough/index.ts';

export interface MatrixSource {
  readonly matrix: DecoderMatrixName;
  /** From 0. For a projection's parameters: the head whose columns are shown. */
  readonly head?: number | undefined;
  readonly variant?: Variant | undefined;
}

/** Whether only a head's columns of a projection are drawn, which have no matrix of their own. */
export const isSlice = ({ matrix, head }: MatrixSource): boolean =>
  head !== undefined && isCutIntoHeads(matrix);

const slices = new WeakMap<Matrix, Map<string, Matrix>>();

/** Some columns of a matrix: the same object for the same columns. */
const sliceOf = (full: Matrix, from: number, to: number): Matrix => {
  const known = slices.get(full) ?? new Map<string, Matrix>();
  slices.set(full, known);
  const key = `${from} ${to}`;
  const slice = known.get(key) ?? sliceCols(full, from, to);
  known.set(key, slice);
  return slice;
};

/** The values to draw: the matrix itself, or the head's columns of a projection. The same object for the same values. */
export const sourceMatrix = (
  { state }: { readonly state: State },
  { matrix, head, variant }: MatrixSource,
): Matrix => {
  const computation = selectComputation(state, variant);
  if (head === undefined || !isCutIntoHeads(matrix))
    return computation.matrix({ matrix, ...(isHeadMatrix(matrix) ? { head: head ?? 0 } : {}) });
  const full = computation.matrix({ matrix });
  const width = full.cols / state.nHeads;
  return sliceOf(full, head * width, (head + 1) * width);
};

/** The first column that is drawn, where only a head's columns are. */
export const firstCol = (source: MatrixSource, drawn: Matrix): number =>
  isSlice(source) ? (source.head ?? 0) * drawn.cols : 0;

/** Whether a cell lies in the matrix, and in the columns, that are drawn. */
export const isDrawn = (source: MatrixSource, cell: StageCell, drawn: Matrix): boolean => {
  if (source.matrix !== cell.matrix || source.variant !== cell.variant) return false;
  // A slice's cells are cells of the whole matrix, which has no head.
  if (!isCutIntoHeads(source.matrix)) return (source.head ?? 0) === (cell.head ?? 0);
  const col = cell.col - firstCol(source, drawn);
  return source.head === undefined || (col >= 0 && col < drawn.cols);
};

interface Shape {
  readonly rows: number;
  readonly cols: number;
}

/** Whether a matrix is drawn transposed: what is not on the stage for rows is on that for columns, and the other way round. */
export const isTransposed = (
  { turned }: { readonly turned: boolean },
  { transposed = false }: { readonly transposed?: boolean | undefined },
): boolean => transposed !== turned;

/** Rows and columns as they are drawn. */
export const drawnShape = (
  stage: { readonly state: State; readonly turned: boolean },
  source: MatrixSource & { readonly transposed?: boolean | undefined },
): Shape => {
  const { rows, cols } = sourceMatrix(stage, source);
  return isTransposed(stage, source) ? { rows: cols, cols: rows } : { rows, cols };
};

/** What stands behind or below a symbol: the shape, and what there is to say. */
export const shapeNote = (shape: Shape, caption?: string): string =>
  caption === undefined ? shapeOf(shape) : `${shapeOf(shape)}  ${caption}`;
