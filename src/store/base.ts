/** What was there before the last change, to hold what is there now against it. */
import { decoderMatrixOf } from '../decoder/index.ts';
import { at, type Matrix } from '../math/index.ts';
import { matrixIn } from './cells.ts';
import { once } from './once.ts';
import type { StageCell, State } from './state.ts';
import { selectComputation, selectTrace } from './traces.ts';

const alone = { base: null, held: null, probe: null } as const;

/** As little as a cell is moved to see what moves with it: what a drag of one pixel does. */
const nudge = 0.01;

/** The state with one cell moved a little. */
const nudged = (state: State, probe: NonNullable<State['probe']>): State => {
  const matrix = decoderMatrixOf(selectTrace(state), probe);
  const { row, col } = probe;
  if (row >= matrix.rows || col >= matrix.cols) return { ...state, ...alone };
  const others = state.edits.filter(
    (edit) => edit.matrix !== probe.matrix || edit.row !== row || edit.col !== col,
  );
  const edits = [...others, { ...probe, value: at(matrix, row, col) + nudge }];
  return { ...state, ...alone, edits };
};

/**
 * The same place of the page, computed with what is held against what is shown: one number moved a little, the other of two
 * states, or what there was before the last change; null where there is nothing of the kind.
 */
export const selectBase = once((state: State): State | null => {
  if (state.probe) return nudged(state, state.probe);
  const other = state.held ?? state.base;
  return other && { ...state, ...other, ...alone };
});

/** Whether the numbers that are drawn are a difference; what moves shows B's. */
export const showsDifference = ({ side, moment }: Pick<State, 'side' | 'moment'>): boolean =>
  side === 'diff' && moment === null;

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

/** The cells that differ from what they were; one that was not there before does. */
export const changedCells = (
  before: Matrix | null,
  now: Matrix,
): readonly Pick<StageCell, 'row' | 'col'>[] => {
  if (before === now) return [];
  const changed: Pick<StageCell, 'row' | 'col'>[] = [];
  for (let row = 0; row < now.rows; row++)
    for (let col = 0; col < now.cols; col++)
      if (valueIn(before, { row, col }) !== at(now, row, col)) changed.push({ row, col });
  return changed;
};

/** Whether any cell of a matrix differs from what is held against it; false where nothing is. */
export const isChanged = (
  state: State,
  ref: Pick<StageCell, 'matrix' | 'head' | 'variant'>,
): boolean => {
  const now = matrixIn(selectComputation(state, ref.variant), ref);
  return (
    selectBase(state) !== null &&
    now !== null &&
    changedCells(matrixBefore(state, ref), now).length > 0
  );
};
