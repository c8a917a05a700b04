/** Numbers that the reader set by hand: cells of x and of every parameter, as a difference from the model's own. */
import { parameterNames } from '../decoder/index.ts';
import { tokenId } from '../example/index.ts';
import { at } from '../math/index.ts';
import {
  selectParameters,
  type CellEdit,
  type EditableMatrix,
  type Edits,
  type State,
} from '../store/index.ts';

/** What a cell can be set to; beyond it a softmax only says 0 and 1. */
export const largestEdit = 100;
const decimals = 3;

/** The number that is kept for one that was typed or dragged; null for what is none. */
export const editValue = (value: number): number | null => {
  if (Number.isNaN(value)) return null;
  const within = Math.min(largestEdit, Math.max(-largestEdit, value));
  // Without −0, which no reader can tell from 0.
  return Number(within.toFixed(decimals)) + 0;
};

/** The matrices whose cells can be set, in the order in which links name them. */
export const editableMatrices: readonly EditableMatrix[] = ['x', ...parameterNames];

export const isEditable = (matrix: string): matrix is EditableMatrix =>
  editableMatrices.some((name) => name === matrix);

type Place = Pick<CellEdit, 'matrix' | 'row' | 'col'>;

const isSame = (a: Place, b: Place): boolean =>
  a.matrix === b.matrix && a.row === b.row && a.col === b.col;

/** Rows of a matrix from top to bottom, the matrices in their order: one order for one set of edits. */
const inOrder = (a: CellEdit, b: CellEdit): number =>
  editableMatrices.indexOf(a.matrix) - editableMatrices.indexOf(b.matrix) ||
  a.row - b.row ||
  a.col - b.col;

export const editOf = (edits: Edits, place: Place): CellEdit | null =>
  edits.find((edit) => isSame(edit, place)) ?? null;

/** The edits with one more; without it where the value is the cell's own. */
export const withEdit = (edits: Edits, edit: CellEdit, own: number): Edits => {
  const others = edits.filter((other) => !isSame(other, edit));
  return edit.value === own ? others : [...others, edit].toSorted(inOrder);
};

export const withoutEdit = (edits: Edits, place: Place): Edits =>
  edits.filter((edit) => !isSame(edit, place));

/** What a cell has by itself, without what the reader set in it; null where there is no such cell to set. */
export const ownCellValue = (state: State, { matrix, row, col }: Place): number | null => {
  if (matrix !== 'x') {
    const own = state.parameters[matrix];
    return row < own.rows && col < own.cols ? at(own, row, col) : null;
  }
  const { tokenEmbedding, positionEmbedding } = selectParameters(state);
  const token = state.tokens[row];
  if (token === undefined || col >= tokenEmbedding.cols) return null;
  const looked = at(tokenEmbedding, tokenId(state.vocabulary, token), col);
  return looked + at(positionEmbedding, row, col);
};

/** The edits that another sentence keeps: those of x stay where the same token stays in its place. */
export const editsFor = (
  edits: Edits,
  before: readonly string[],
  tokens: readonly string[],
): Edits => {
  const kept = edits.filter(({ matrix, row }) => matrix !== 'x' || before[row] === tokens[row]);
  return kept.length === edits.length ? edits : kept;
};
