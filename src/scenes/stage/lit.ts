/** Which cells of a matrix the explanation lights; indices are those of the drawing. */
import type { Matrix } from '../../math/index.ts';
import type { StageCell } from '../../store/index.ts';
import type { Emphasis } from '../../viz/index.ts';
import { firstCol, isDrawn, type MatrixSource } from './source.ts';
import type { StageValue } from './StageContext.tsx';

export interface Seat {
  readonly row: number;
  readonly col: number;
}

/** Where a cell stands in the drawing; null where it is not in it. */
export const seatIn = (source: MatrixSource, cell: StageCell | null, drawn: Matrix): Seat | null =>
  cell && isDrawn(source, cell, drawn)
    ? { row: cell.row, col: cell.col - firstCol(source, drawn) }
    : null;

/** What the explanation says of the cells of a matrix. */
export interface Lit {
  readonly emphasisOf: (row: number, col: number) => Emphasis;
  /** The number of the term that a cell belongs to, from 1; 0 for none. Absent where terms are not numbered. */
  readonly pairOf: ((row: number, col: number) => number) | undefined;
}

/** Of a matrix that the explanation does not touch: the same object always, so that it is not drawn again. */
export const unlit: Lit = { emphasisOf: () => 'plain', pairOf: undefined };

/** Lit, crossed or resting: the target and its row and column in the product, the operands elsewhere. */
export const litIn = (stage: StageValue, source: MatrixSource, drawn: Matrix): Lit => {
  const { active, operands, numbered } = stage;
  const target = seatIn(source, active, drawn);
  if (target)
    return {
      emphasisOf: (row, col) => {
        if (row === target.row && col === target.col) return 'target';
        return row === target.row || col === target.col ? 'cross' : 'rest';
      },
      pairOf: undefined,
    };
  const terms = new Map<number, number>();
  for (const { cell, term } of operands) {
    const seat = seatIn(source, cell, drawn);
    if (seat) terms.set(seat.row * drawn.cols + seat.col, term);
  }
  if (terms.size === 0) return unlit;
  const termOf = (row: number, col: number): number => terms.get(row * drawn.cols + col) ?? 0;
  return {
    emphasisOf: (row, col) => (termOf(row, col) > 0 ? 'operand' : 'operand-rest'),
    pairOf: numbered ? termOf : undefined,
  };
};
