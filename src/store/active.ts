/** The cell that is explained now, and the row that it makes the reader look at. */
import type { DecoderMatrixName } from '../decoder/index.ts';
import { askingRow, cellAt, cellExists, rowIsToken } from './cells.ts';
import { selectPredicts } from './model.ts';
import { selectMovingCell } from './motion.ts';
import { once } from './once.ts';
import type { StageCell, State } from './state.ts';
import { currentBeat } from './store.ts';
import { selectTrace } from './traces.ts';

/** What a sentence beyond the model's context has no use for. */
const answers: ReadonlySet<DecoderMatrixName> = new Set(['logits', 'probabilities']);

/** The cell being explained: the one that a motion has come to, else under the pointer, else selected, else the step's own. */
export const selectActiveCell = once((state: State): StageCell | null => {
  const moving = selectMovingCell(state);
  if (moving) return moving;
  const chosen = state.hovered ?? state.pinned;
  if (chosen && cellExists(state, chosen)) return chosen;
  const { cell } = currentBeat(state);
  if (!cell || (answers.has(cell.matrix) && !selectPredicts(state))) return null;
  return cellAt(state, cell);
});

/** The token row that the reader is looking at: the one that asks where only one does, else the active cell's where rows are tokens, else the last. */
export const selectQueryRow = (state: State): number => {
  if (currentBeat(state).cell?.row === 'asking') return askingRow(state);
  const last = selectTrace(state).x.rows - 1;
  const cell = selectActiveCell(state);
  return cell && rowIsToken(cell.matrix) ? Math.min(cell.row, last) : last;
};
