/** A matrix whose cells are no squares, as bars or a compressed heatmap: to tests, keyboards and screen readers a matrix like any other. */
import type { DecoderMatrixName } from '../../decoder/index.ts';
import type { Matrix } from '../../math/index.ts';
import { Grid, numeral, type Box } from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import type { Messages } from '../../i18n/index.ts';

export interface OwnCellsProps {
  readonly name: DecoderMatrixName;
  readonly matrix: Matrix;
  readonly rows: readonly number[];
  readonly messages: Messages;
  /** Whether the picture is mirrored, rows against columns. */
  readonly transposed: boolean | undefined;
  /** What a row and a column are called. */
  readonly rowName: (row: number) => string;
  readonly colName: (col: number) => string;
  /** Where Tab enters. */
  readonly entry: { readonly row: number; readonly col: number };
  /** What a pointer finds a cell by, where its drawing is smaller; absent where the drawing fills it. */
  readonly boxOf?: (row: number, col: number) => Box;
  readonly draw: (row: number, col: number, value: number) => React.ReactNode;
}

export const OwnCells = (props: OwnCellsProps): React.ReactNode => {
  const { name, matrix, rows, messages, rowName, colName, entry, boxOf, draw } = props;
  const symbol = matrixSymbols[name];
  const cols = Array.from({ length: matrix.cols }, (_, col) => col);
  return (
    <Grid
      id={{ matrix: name }}
      rows={matrix.rows}
      cols={matrix.cols}
      transposed={props.transposed}
      label={messages.ui.matrixLabel(symbol, matrix.rows, matrix.cols, null)}
    >
      {rows.map((row) => (
        <g role="row" key={row}>
          {cols.map((col) => {
            const value = matrix.data[row * matrix.cols + col] ?? Number.NaN;
            return (
              <g
                key={col}
                role="gridcell"
                data-row={row}
                data-col={col}
                data-value={String(value)}
                aria-label={messages.ui.cellLabel(
                  symbol,
                  rowName(row),
                  colName(col),
                  numeral(value),
                )}
                tabIndex={row === entry.row && col === entry.col ? 0 : -1}
              >
                {boxOf && <rect {...boxOf(row, col)} fill="transparent" />}
                {draw(row, col, value)}
              </g>
            );
          })}
        </g>
      ))}
    </Grid>
  );
};
