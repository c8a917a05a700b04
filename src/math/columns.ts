/** Taking columns out and putting them side by side: how heads are split and joined. */
import { zerosLike, type Matrix } from './matrix.ts';
import { requireMatrices } from './require-matrices.ts';
import { ShapeError, shapeOf } from './shape-error.ts';

/** Columns from … to−1. m: n×m → n×(to−from). Throws ShapeError unless 0 ≤ from < to ≤ m, both whole. */
export const sliceCols = (m: Matrix, from: number, to: number): Matrix => {
  requireMatrices('sliceCols', { m });
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from || to > m.cols) {
    throw new ShapeError(
      `sliceCols: 0 ≤ from < to ≤ m.cols must hold, got from ${from}, to ${to}, m ${shapeOf(m)}`,
    );
  }
  const slice = zerosLike(m, m.rows, to - from);
  for (let row = 0; row < m.rows; row++) {
    slice.data.set(m.data.subarray(row * m.cols + from, row * m.cols + to), row * slice.cols);
  }
  return slice;
};

/** [m₀ m₁ …] side by side. Each n×mᵢ → n×Σmᵢ. Throws ShapeError for an empty list, other row counts or mixed array kinds. */
export const concatCols = (ms: readonly Matrix[]): Matrix => {
  const [first] = ms;
  if (first === undefined) throw new ShapeError('concatCols: at least one matrix, got 0');
  requireMatrices('concatCols', Object.fromEntries(ms.map((m, i) => [`ms[${i}]`, m])));
  const other = ms.findIndex((m) => m.rows !== first.rows);
  if (other > 0) {
    throw new ShapeError(
      `concatCols: all must have the same rows, got ms[0] ${shapeOf(first)}, ms[${other}] ${shapeOf(ms[other]!)}`,
    );
  }
  const joined = zerosLike(
    first,
    first.rows,
    ms.reduce((width, m) => width + m.cols, 0),
  );
  let from = 0;
  for (const m of ms) {
    for (let row = 0; row < m.rows; row++) {
      joined.data.set(m.data.subarray(row * m.cols, (row + 1) * m.cols), row * joined.cols + from);
    }
    from += m.cols;
  }
  return joined;
};
