/** What becomes of the model where the reader set cells by hand. */
import {
  parameterNames,
  withCells,
  type DecoderParameters,
  type SetCell,
} from '../decoder/index.ts';
import type { EditableMatrix, Edits } from './state.ts';

/** One object for none, so that what is kept for it is found again. */
export const noEdits: Edits = [];

/** The cells of a matrix that are set, of so many rows: a sentence may have become shorter. */
const cellsOf = (edits: Edits, matrix: EditableMatrix, rows: number): readonly SetCell[] =>
  edits.filter((edit) => edit.matrix === matrix && edit.row < rows);

const known = new WeakMap<DecoderParameters, WeakMap<Edits, DecoderParameters>>();

/** The parameters with the reader's numbers in them; the same object for the same inputs. */
export const editedParameters = (
  parameters: DecoderParameters,
  edits: Edits,
): DecoderParameters => {
  if (edits.every(({ matrix }) => matrix === 'x')) return parameters;
  const byEdits = known.get(parameters) ?? new WeakMap<Edits, DecoderParameters>();
  known.set(parameters, byEdits);
  const changed = (): DecoderParameters => ({
    ...parameters,
    ...Object.fromEntries(
      parameterNames.map((name) => [
        name,
        withCells(parameters[name], cellsOf(edits, name, parameters[name].rows), name),
      ]),
    ),
  });
  const made = byEdits.get(edits) ?? changed();
  byEdits.set(edits, made);
  return made;
};

/** The cells of x that are set, of so many rows. */
export const setCellsOf = (edits: Edits, rows: number): readonly SetCell[] =>
  cellsOf(edits, 'x', rows);
