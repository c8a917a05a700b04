/** One matrix as a heatmap of cells: props in, picture out. */
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { at, type Matrix } from '../math/index.ts';
import type { Point } from './geometry.ts';
import { Grid, type GridProps } from './Grid.tsx';
import { numeralSize } from './layout.ts';
import type { Metrics } from './metrics.ts';
import { numeral } from './numerals.ts';
import { cellPainter, type CellState } from './cell-painter.ts';
import type { Emphasis, PaintOptions } from './paint.ts';

/** A cell's top left corner, and its size where that is not the matrix's. */
export interface CellSeat extends Point {
  readonly size?: number;
}

export interface MatrixViewProps extends Omit<PaintOptions, 'hue'> {
  readonly id: GridProps['id'];
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Distance of the cells from top to bottom, where they stand apart. */
  readonly pitch?: number | undefined;
  readonly metrics: Metrics;
  readonly label: string;
  /** Says a cell to a screen reader. */
  readonly cellLabel: (row: number, col: number, value: number) => string;
  /** Hue of a cell in the fill by token; null fills by value. */
  readonly hueOf: ((row: number, col: number) => string) | null;
  /** Hue of a column's token, where cells belong to two tokens; shown in the fill by token. */
  readonly cornerOf?: ((col: number) => string) | null | undefined;
  readonly emphasisOf: (row: number, col: number) => Emphasis;
  /** Small numbers that pair operand cells; 0 for none. */
  readonly pairOf?: ((row: number, col: number) => number) | undefined;
  readonly digits?: number | undefined;
  readonly transposed?: boolean | undefined;
  /** Where a cell's top left corner is while its matrix is on its way to its seat. */
  readonly seatOf?: ((row: number, col: number) => CellSeat) | undefined;
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
  readonly blankOf?: ((row: number, col: number) => boolean) | null | undefined;
}

/** The longest number of a matrix: of so many digits, it is its least or its greatest. */
const longestText = ({ data }: Matrix, digits: number): string => {
  let least = 0;
  let most = 0;
  for (const value of data) {
    if (value < least && value !== -Infinity) least = value;
    if (value > most) most = value;
  }
  const [negative, positive] = [numeral(least, digits), numeral(most, digits)];
  return negative.length > positive.length ? negative : positive;
};

const upTo = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

const MatrixViewInner = (props: MatrixViewProps): React.ReactNode => {
  const { id, matrix, x, y, cell, label, cellLabel, palette, rule, domain, round } = props;
  const {
    pitch = cell,
    metrics: { fine: metrics = props.metrics },
    digits = 2,
    transposed = false,
    rowsShown,
    colsShown,
    hideNumerals = false,
  } = props;
  const { entry, from, cornerOf, hueOf, emphasisOf, pairOf, blankOf, shownOf, seatOf } = props;
  const longest = useMemo(() => longestText(matrix, digits), [matrix, digits]);
  const fontSize = hideNumerals ? 0 : numeralSize(cell, longest, metrics);
  const [paint] = useState(cellPainter);
  const grid = useRef<SVGGElement>(null);
  const rows = rowsShown ?? upTo(matrix.rows);
  const cols = colsShown ?? upTo(matrix.cols);
  const entryRow = entry && rows.includes(entry.row) ? entry.row : rows[0];
  const entryCol = entry && cols.includes(entry.col) ? entry.col : cols[0];
  useLayoutEffect(() => {
    if (!grid.current) return;
    const drawing = {
      digits,
      cell,
      metrics,
      fontSize,
      palette,
      rule,
      domain,
      round,
      cellLabel,
    };
    const stateOf = (row: number, place: number, col: number, line: number): CellState => {
      const seat = seatOf?.(row, col);
      return {
        row,
        col,
        value: at(matrix, row, col),
        was: from ? at(from, row, col) : null,
        x: seat ? seat.x : x + (transposed ? place : line) * cell,
        y: seat ? seat.y : y + (transposed ? line : place) * pitch,
        size: seat?.size ?? cell,
        emphasis: emphasisOf(row, col),
        hue: hueOf?.(row, col) ?? null,
        corner: cornerOf?.(col) ?? null,
        pair: pairOf?.(row, col) ?? 0,
        blank: blankOf?.(row, col) === true,
        shown: shownOf?.(row, col) ?? 1,
        focusable: row === entryRow && col === entryCol,
      };
    };
    paint(grid.current, drawing, rows, (row, place) =>
      cols.map((col, line) => stateOf(row, place, col, line)),
    );
  });
  return (
    <Grid
      id={id}
      rows={matrix.rows}
      cols={matrix.cols}
      label={label}
      transposed={transposed !== (metrics.mirrored === true)}
      ref={grid}
    />
  );
};

/** Drawn again only where it differs: a stage has many matrices, and a hover or a moment changes a few. */
export const MatrixView = memo(MatrixViewInner);
