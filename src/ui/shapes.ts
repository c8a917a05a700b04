/** The shapes of matrices as a step draws them. */
import { isHeadMatrix } from '../attention/index.ts';
import type { DecoderMatrixName } from '../decoder/index.ts';
import {
  currentBeat,
  isCutIntoHeads,
  matrixIn,
  selectComputation,
  type Store,
} from '../store/index.ts';
import { stepOf } from '../walkthrough/index.ts';

/** Whether each head has a matrix of this name, or columns of its own in it. */
export const isPerHead = (matrix: DecoderMatrixName): boolean =>
  isHeadMatrix(matrix) || isCutIntoHeads(matrix);

/** Rows and columns, as in 5×9: in a head, a projection's parameters are the head's columns. Null where there is no such matrix. */
export const shapeOf = (
  state: Store,
  matrix: DecoderMatrixName,
  transposed = false,
): string | null => {
  const found = matrixIn(selectComputation(state), {
    matrix,
    ...(isHeadMatrix(matrix) ? { head: state.head } : {}),
  });
  if (!found) return null;
  const cols = isCutIntoHeads(matrix) ? found.cols / state.nHeads : found.cols;
  return transposed ? `${cols}×${found.rows}` : `${found.rows}×${cols}`;
};

/** The same where one row is taken of it. */
const rowOf = (shape: string | null): string | null => shape && shape.replace(/^\d+/, '1');

/** "5×3 · 3×5 → 5×5"; where tokens are columns the factors in the other order. From the matrices the beat reads and makes; "3 × (5×3) → 5×9" where all heads enter. */
export const shapesLine = (state: Store, turned = false): string => {
  const step = stepOf(state.step);
  const { reads, makes } = currentBeat(state);
  const joins = makes === 'concat';
  const entering: readonly DecoderMatrixName[] = joins ? ['context'] : reads;
  const from = entering
    .map((matrix) => {
      const shape = shapeOf(state, matrix, step.transposed?.includes(matrix));
      if (joins && shape !== null) return `${state.nHeads} × (${shape})`;
      return step.oneRow && matrix === 'weights' ? rowOf(shape) : shape;
    })
    .filter((shape) => shape !== null);
  const made = makes ? shapeOf(state, makes) : null;
  const to = step.oneRow ? rowOf(made) : made;
  if (turned) from.reverse();
  return [from.join(' · '), to].filter((part) => part !== null && part !== '').join(' → ');
};
