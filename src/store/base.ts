/** What was there before the last change, to hold what is there now against it. */
import { at, type Matrix } from '../math/index.ts';
import { matrixIn } from './cells.ts';
import { once } from './once.ts';
import type { StageCell, State } from './state.ts';
import { selectComputation } from './traces.ts';

/** The same place of the page, computed with what there was before the last change; null where no change is marked. */
export const selectBase = once((state: State): State | null =>
  state.base === null ? null : { ...state, ...state.base, base: null },
);

/** A matrix before the last change; null where no change is marked, or there was no such matrix. */
export const matrixBefore = (
  state: State,
  ref: Pick<StageCell, 'matrix' | 'head' | 'variant'>,
): Matrix | null => {
  const base = selectBase(state);
  return base && matrixIn(selectComputation(base, ref.variant), ref);
};

/** What a cell was; null where it is new. */
export const valueIn = (
  before: Matrix | null,
  { row, col }: Pick<StageCell, 'row' | 'col'>,
): number | null =>
  before && row < before.rows && col < before.cols ? at(before, row, col) : null;
