/** Matrices and what is done with them. Imports nothing outside this folder. */
export { concatCols, sliceCols } from './columns.ts';
export { add, addRow, mapEntries, scale, sumRows } from './elementwise.ts';
export { maskFuture } from './mask.ts';
export { matmul, matmulTransposed, transpose, transposedMatmul } from './matmul.ts';
export {
  at,
  fromData,
  fromRows,
  isInside,
  toFloat64,
  toKindOf,
  toRows,
  zerosLike,
  type Matrix,
} from './matrix.ts';
export { requireMatrices } from './require-matrices.ts';
export { ShapeError, shapeOf } from './shape-error.ts';
export { softmaxRows } from './softmax.ts';
