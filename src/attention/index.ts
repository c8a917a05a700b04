/** Attention: one pure function per stage, the trace that keeps every intermediate, the explanation of any cell. */
export { attend } from './attend.ts';
export { attendHead } from './attend-head.ts';
export {
  headMatrices,
  isHeadMatrix,
  matrixOf,
  requireCell,
  type CellRef,
  type HeadMatrixName,
  type MatrixName,
  type MatrixRef,
} from './cells.ts';
export { explainCell } from './explain-cell.ts';
export { defaultScale } from './stages.ts';
export {
  dotTerms,
  factorAt,
  softmaxTerms,
  termOf,
  type CellExplanation,
  type Factor,
  type Operation,
  type Term,
} from './explanation.ts';
export type {
  AttentionInputs,
  AttentionOptions,
  AttentionParameters,
  AttentionTrace,
  HeadOptions,
  HeadTrace,
} from './types.ts';
