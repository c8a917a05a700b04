/** The rows of a matrix, cell by cell; what looks as it did last time is the same element, which React passes over. */
import { at, type Matrix } from '../math/index.ts';
import { Cell } from './Cell.tsx';
import type { Point } from './geometry.ts';
import type { Metrics } from './metrics.ts';
import { numeral } from './numerals.ts';
import { inkOn, mix, inkOfRank, type Palette } from './palette.ts';
import { paintCell, type CellPaint, type Emphasis, type PaintOptions } from './paint.ts';

/** What all cells of a matrix share, and what seldom changes. */
export interface Drawing extends Omit<PaintOptions, 'hue'> {
  readonly matrix: Matrix;
  /** What the cells look like before they are made; paper where absent. */
  readonly from: Matrix | undefined;
  readonly digits: number;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Distance of the cells from top to bottom. */
  readonly pitch: number;
  readonly metrics: Metrics;
  /** Of the numerals; 0 for none. */
  readonly fontSize: number;
  readonly transposed: boolean;
  readonly cellLabel: (row: number, col: number, value: number) => string;
}

/** What of a cell changes while a reader points, scrubs or plays. */
export interface CellState {
  readonly col: number;
  readonly emphasis: Emphasis;
  readonly hue: string | null;
  /** Hue of the column's token, in the fill by token, where a cell belongs to two; null where it belongs to one. */
  readonly corner: string | null;
  readonly pair: number;
  readonly blank: boolean;
  /** How much of the cell is there, from 0 to 1. */
  readonly shown: number;
  /** Where the cell is on its way to its place; null where it is there. */
  readonly seat: CellSeat | null;
  readonly focusable: boolean;
}

/** A cell's top left corner, and its size where that is not the matrix's. */
export interface CellSeat extends Point {
  readonly size?: number;
}

/** A cell's paint and its number. */
type Look = CellPaint & { readonly text: string | null; readonly corner: string | null };

/** A number appears when its cell is full enough to carry it. */
const legible = 0.6;

/** Between what a cell was and what it becomes: colours mix, and number and form change over halfway. */
const halfway = (was: Look | null, made: Look, shown: number, palette: Palette): Look => {
  const ground = was?.colour ?? palette.paper;
  const colour = mix(ground, made.colour, shown);
  // The ink was chosen for the full colour; on the way there it may be too faint.
  const isOnPaper = made.form === 'ring' || made.form === 'frame' || made.form === 'hatch';
  const ink = isOnPaper ? made.ink : inkOfRank(palette, made.ink, colour);
  if (shown >= legible) return { ...made, colour, ink };
  return {
    form: was?.form ?? (shown > 0 ? made.form : 'square'),
    colour,
    ink: inkOn(colour),
    corner: was?.corner ?? null,
    text: was?.text ?? null,
  };
};

const lookOf = (drawing: Drawing, row: number, state: CellState): Look => {
  const { matrix, from, digits, fontSize, palette, rule, domain, round } = drawing;
  const { col, emphasis, hue, corner, blank, shown } = state;
  const shared = { palette, rule, domain, round, isTextless: fontSize === 0 };
  const look = (drawn: number, isBlank: boolean): Look => ({
    ...paintCell({ ...shared, hue }, isBlank ? -Infinity : drawn, emphasis),
    corner:
      corner === null || isBlank || drawn === -Infinity
        ? null
        : paintCell({ ...shared, hue: corner }, drawn, emphasis).colour,
    text: fontSize > 0 && !isBlank ? numeral(drawn, digits) : null,
  });
  const made = look(at(matrix, row, col), blank);
  if (shown >= 1) return made;
  return halfway(from ? look(at(from, row, col), false) : null, made, shown, palette);
};

const cellElement = (
  drawing: Drawing,
  row: number,
  [place, line]: readonly [number, number],
  state: CellState,
): React.ReactNode => {
  const { matrix, x, y, cell, pitch, metrics, fontSize, transposed, cellLabel } = drawing;
  const { col, emphasis, pair, seat, focusable } = state;
  const size = seat?.size ?? cell;
  const type = fontSize * Math.min(1, size / cell);
  const look = lookOf(drawing, row, state);
  const value = at(matrix, row, col);
  return (
    <Cell
      key={col}
      row={row}
      col={col}
      x={seat?.x ?? x + (transposed ? place : line) * cell}
      y={seat?.y ?? y + (transposed ? line : place) * pitch}
      size={size}
      value={value}
      {...look}
      // A cell that is still small on its way has no room for its number.
      text={type + 0.25 < metrics.micro ? null : look.text}
      fontSize={fontSize === 0 ? 0 : Math.max(type, metrics.micro)}
      bold={emphasis === 'target'}
      pair={fontSize > 0 && cell > 4.2 * metrics.micro ? pair : 0}
      pairSize={metrics.micro}
      // Between cells of a few pixels less is left, so that more is left of these.
      inset={Math.min(metrics.pixel ?? 1, size / 10)}
      hairline={cell >= 22 ? 'var(--cell-line)' : null}
      label={cellLabel(row, col, value)}
      focusable={focusable}
    />
  );
};

const isSame = (a: CellState | undefined, b: CellState): boolean =>
  a !== undefined &&
  a.col === b.col &&
  a.emphasis === b.emphasis &&
  a.hue === b.hue &&
  a.corner === b.corner &&
  a.pair === b.pair &&
  a.blank === b.blank &&
  a.shown === b.shown &&
  a.seat?.x === b.seat?.x &&
  a.seat?.y === b.seat?.y &&
  a.seat?.size === b.seat?.size &&
  a.focusable === b.focusable;

interface DrawnRow {
  readonly place: number;
  /** What its numbers were taken from. */
  readonly matrix: Matrix;
  readonly states: readonly CellState[];
  readonly cells: readonly React.ReactNode[];
  readonly element: React.ReactNode;
}

/** Whether all but the numbers is drawn as before. */
const isSameDrawing = (a: Drawing, b: Drawing): boolean =>
  (Object.keys(b) as (keyof Drawing)[]).every((key) => key === 'matrix' || a[key] === b[key]) &&
  a.matrix.rows === b.matrix.rows &&
  a.matrix.cols === b.matrix.cols;

type PaintRow = (row: number, place: number, states: readonly CellState[]) => React.ReactNode;

/**
 * Draws rows, `place` counting the rows drawn: the same element for as long as a row's cells and what all of them share
 * stay as they are. One painter for the life of a matrix on the stage.
 */
export const rowPainter = (): ((drawing: Drawing) => PaintRow) => {
  const drawn = new Map<number, DrawnRow>();
  let last: Drawing | null = null;
  return (drawing) => {
    if (last === null || !isSameDrawing(last, drawing)) drawn.clear();
    last = drawing;
    return (row, place, states) => {
      const known = drawn.get(row);
      const before = known?.place === place ? known : undefined;
      const { matrix } = drawing;
      const isKept = (state: CellState, line: number): boolean =>
        before !== undefined &&
        isSame(before.states[line], state) &&
        (before.matrix === matrix ||
          at(before.matrix, row, state.col) === at(matrix, row, state.col));
      if (before && before.states.length === states.length && states.every(isKept)) {
        drawn.set(row, { ...before, matrix });
        return before.element;
      }
      const cells = states.map((state, line) =>
        isKept(state, line) ? before?.cells[line] : cellElement(drawing, row, [place, line], state),
      );
      const element = (
        <g role="row" key={row}>
          {cells}
        </g>
      );
      drawn.set(row, { place, matrix, states, cells, element });
      return element;
    };
  };
};
