/** What becomes of the model where the reader set cells by hand. */
import { parameterNames, type DecoderParameters, type SetCell } from '../decoder/index.ts';
import { fromData, type Matrix } from '../math/index.ts';
import type { CellEdit, Edits } from './state.ts';

/** One object for none, so that what is kept for it is found again. */
export const noEdits: Edits = [];

const setIn = (matrix: Matrix, cells: readonly CellEdit[]): Matrix => {
  const inside = cells.filter(({ row, col }) => row < matrix.rows && col < matrix.cols);
  if (inside.length === 0) return matrix;
  const data = Float64Array.from(matrix.data);
  for (const { row, col, value } of inside) data[row * matrix.cols + col] = value;
  return fromData(matrix.rows, matrix.cols, data);
};

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
        setIn(
          parameters[name],
          edits.filter(({ matrix }) => matrix === name),
        ),
      ]),
    ),
  });
  const made = byEdits.get(edits) ?? changed();
  byEdits.set(edits, made);
  return made;
};

/** The cells of x that are set, of so many rows. */
export const setCellsOf = (edits: Edits, rows: number): readonly SetCell[] =>
  edits.filter(({ matrix, row }) => matrix === 'x' && row < rows);
