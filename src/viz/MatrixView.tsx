/** One matrix as a heatmap of cells: props in, picture out. */
import { useMemo } from 'react';
import { at, type Matrix } from '../math/index.ts';
import { Cell } from './Cell.tsx';
import { numeralSize, type Metrics, type Point } from './layout.ts';
import { numeral } from './numerals.ts';
import { inkOn, mix, type Palette } from './palette.ts';
import { paintCell, type CellPaint, type Emphasis, type PaintOptions } from './paint.ts';

export interface MatrixViewProps extends Omit<PaintOptions, 'hue'> {
  /** What tests and embedders find it by. */
  readonly id: {
    readonly matrix: string;
    readonly head?: number | undefined;
    readonly variant?: string | undefined;
  };
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly metrics: Metrics;
  readonly label: string;
  /** Says a cell to a screen reader. */
  readonly cellLabel: (row: number, col: number, value: number) => string;
  /** Hue of a cell in the fill by token; null fills by value. */
  readonly hueOf: ((row: number, col: number) => string) | null;
  readonly emphasisOf: (row: number, col: number) => Emphasis;
  /** Small numbers that pair operand cells; 0 for none. */
  readonly pairOf?: ((row: number, col: number) => number) | undefined;
  readonly digits?: number | undefined;
  readonly transposed?: boolean | undefined;
  /** Where a cell's top left corner is while its matrix is on its way to its seat. */
  readonly seatOf?: ((row: number, col: number) => Point) | undefined;
  /** Draws only these rows, in this order; the cells keep their own indices. */
  readonly rowsShown?: readonly number[] | undefined;
  /** Draws only these columns, in this order. */
  readonly colsShown?: readonly number[] | undefined;
  /** The cell that Tab reaches. */
  readonly entry?: { readonly row: number; readonly col: number } | undefined;
  readonly hideNumerals?: boolean | undefined;
  /** How much of a cell is there while it is being made: 0 to 1. Absent where all of it is. */
  readonly shownOf?: ((row: number, col: number) => number) | undefined;
  /** What a cell looks like before it is made, of the same shape; paper where absent. */
  readonly from?: Matrix | undefined;
  /** Blank instead of 0.00 where a share is exactly 0 because it was masked. */
  readonly blankOf?: ((row: number, col: number) => boolean) | undefined;
}

/** A cell's paint and its number. */
type Look = CellPaint & { readonly text: string | null };

/** Between what a cell was and what it becomes: colours mix, and number and form change over halfway. */
const halfway = (was: Look | null, made: Look, shown: number, palette: Palette): Look => {
  const ground = was?.colour ?? palette.paper;
  const colour = mix(ground, made.colour, shown);
  if (shown >= legible) return { ...made, colour };
  return {
    form: was?.form ?? (shown > 0 ? made.form : 'square'),
    colour,
    ink: inkOn(colour),
    text: was?.text ?? null,
  };
};

/** A number appears when its cell is full enough to carry it. */
const legible = 0.6;

const longestText = (matrix: Matrix, digits: number): string => {
  let longest = '';
  for (const value of matrix.data) {
    const text = numeral(value, digits);
    if (text.length > longest.length) longest = text;
  }
  return longest;
};

export const MatrixView = (props: MatrixViewProps): React.ReactNode => {
  const {
    id,
    matrix,
    x,
    y,
    cell,
    metrics,
    label,
    cellLabel,
    hueOf,
    emphasisOf,
    pairOf,
    palette,
    rule,
    domain,
    round,
  } = props;
  const {
    digits = 2,
    transposed = false,
    rowsShown,
    colsShown,
    entry,
    hideNumerals = false,
    blankOf,
    shownOf,
    from,
    seatOf,
  } = props;
  const longest = useMemo(() => longestText(matrix, digits), [matrix, digits]);
  const fontSize = hideNumerals ? 0 : numeralSize(cell, longest, metrics);
  const rows = rowsShown ?? Array.from({ length: matrix.rows }, (_, row) => row);
  const cols = colsShown ?? Array.from({ length: matrix.cols }, (_, col) => col);
  const entryRow = entry && rows.includes(entry.row) ? entry.row : rows[0];
  const entryCol = entry && cols.includes(entry.col) ? entry.col : cols[0];
  const options = { palette, rule, domain, round };
  return (
    <g
      role="grid"
      aria-label={label}
      aria-rowcount={matrix.rows}
      aria-colcount={matrix.cols}
      data-matrix={id.matrix}
      data-head={id.head === undefined ? undefined : id.head + 1}
      data-variant={id.variant}
      data-rows={matrix.rows}
      data-cols={matrix.cols}
      data-transposed={transposed ? '' : undefined}
    >
      {rows.map((row, place) => (
        <g role="row" key={row}>
          {cols.map((col, line) => {
            const value = at(matrix, row, col);
            const emphasis = emphasisOf(row, col);
            const look = (drawn: number, isBlank: boolean): Look => ({
              ...paintCell(
                { ...options, hue: hueOf?.(row, col) ?? null },
                isBlank ? -Infinity : drawn,
                emphasis,
              ),
              text: fontSize > 0 && !isBlank ? numeral(drawn, digits) : null,
            });
            const shown = shownOf?.(row, col) ?? 1;
            const made = look(value, blankOf?.(row, col) === true);
            const seen =
              shown < 1
                ? halfway(from ? look(at(from, row, col), false) : null, made, shown, palette)
                : made;
            return (
              <Cell
                key={col}
                row={row}
                col={col}
                {...(seatOf?.(row, col) ?? {
                  x: x + (transposed ? place : line) * cell,
                  y: y + (transposed ? line : place) * cell,
                })}
                size={cell}
                value={value}
                form={seen.form}
                colour={seen.colour}
                ink={seen.ink}
                text={seen.text}
                fontSize={fontSize}
                bold={emphasis === 'target'}
                pair={fontSize > 0 && cell > 4.2 * metrics.micro ? (pairOf?.(row, col) ?? 0) : 0}
                pairSize={metrics.micro}
                hairline={cell >= 22 ? 'var(--cell-line)' : null}
                label={cellLabel(row, col, value)}
                focusable={row === entryRow && col === entryCol}
              />
            );
          })}
        </g>
      ))}
    </g>
  );
};
