/** What the stage and the inspector ask of a trace, whichever kind of trace it is. */
import type { CellRef } from '../attention/index.ts';
import type { DecoderCellExplanation, DecoderMatrixName } from '../decoder/index.ts';
import type { Matrix } from '../math/index.ts';

/** One computation that can be asked for its matrices and for the arithmetic of each cell. */
export interface Computation {
  matrix(ref: { readonly matrix: DecoderMatrixName; readonly head?: number | undefined }): Matrix;
  explain(cell: CellRef<DecoderMatrixName>): DecoderCellExplanation;
}
