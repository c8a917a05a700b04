/** The cells of a matrix as elements of the page; what looks as it did last time is passed over. */
import { arrange, drawShapes, setAttributes, svgElement, type DrawnShapes } from './draw.ts';
import { shapesOf, type Face } from './face.ts';
import { nameCell, nameCellLater } from './cell-names.ts';
import type { Point } from './geometry.ts';
import type { Metrics } from './metrics.ts';
import { numeral } from './numerals.ts';
import { inkOn, mix, inkOfRank, type Palette } from './palette.ts';
import { paintCell, type CellPaint, type Emphasis, type PaintOptions } from './paint.ts';

/** What all cells of a matrix share, and what seldom changes. */
export interface Drawing extends Omit<PaintOptions, 'hue'> {
  readonly digits: number;
  /** A cell's side, where it is not on its way. */
  readonly cell: number;
  readonly metrics: Metrics;
  /** Of the numerals; 0 for none. */
  readonly fontSize: number;
  readonly cellLabel: (row: number, col: number, value: number) => string;
}

/** What of a cell changes while a reader sets, points, scrubs or plays. */
export interface CellState extends Point {
  readonly row: number;
  readonly col: number;
  readonly size: number;
  readonly value: number;
  /** What it looks like before it is made; null for paper. */
  readonly was: number | null;
  readonly emphasis: Emphasis;
  readonly hue: string | null;
  /** Hue of the column's token, in the fill by token, where a cell belongs to two; null where it belongs to one. */
  readonly corner: string | null;
  readonly pair: number;
  readonly blank: boolean;
  /** How much of the cell is there, from 0 to 1. */
  readonly shown: number;
  readonly focusable: boolean;
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

/** What a cell looks like with a number in it. */
const lookWith = (drawing: Drawing, state: CellState, value: number): Look => {
  const { digits, fontSize, palette, rule, domain, round } = drawing;
  const { emphasis, hue, corner } = state;
  const isTextless = fontSize === 0;
  const { form, colour, ink } = paintCell(
    { palette, rule, domain, round, hue, isTextless },
    value,
    emphasis,
  );
  return {
    form,
    colour,
    ink,
    corner:
      corner === null || value === -Infinity
        ? null
        : paintCell({ palette, rule, domain, round, hue: corner, isTextless }, value, emphasis)
            .colour,
    text: isTextless ? null : numeral(value, digits),
  };
};

const lookOf = (drawing: Drawing, state: CellState): Look => {
  const { value, was, blank, shown } = state;
  const made = blank
    ? { ...lookWith(drawing, state, -Infinity), text: null }
    : lookWith(drawing, state, value);
  if (shown >= 1) return made;
  return halfway(was === null ? null : lookWith(drawing, state, was), made, shown, drawing.palette);
};

const faceOf = (drawing: Drawing, state: CellState): Face => {
  const { cell, metrics, palette, fontSize } = drawing;
  const { size, emphasis, pair } = state;
  const type = fontSize * Math.min(1, size / cell);
  const { form, colour, ink, corner, text } = lookOf(drawing, state);
  return {
    size,
    form,
    colour,
    ink,
    corner,
    // A cell that is still small on its way has no room for its number.
    text: type + 0.25 < metrics.micro ? null : text,
    fontSize: fontSize === 0 ? 0 : Math.max(type, metrics.micro),
    bold: emphasis === 'target',
    pair: fontSize > 0 && cell > 4.2 * metrics.micro ? pair : 0,
    pairSize: metrics.micro,
    // Between cells of a few pixels less is left, so that more is left of these.
    inset: Math.min(metrics.pixel ?? 1, size / 10),
    hairline: cell >= 22 ? palette.ink : undefined,
    paper: palette.paper,
  };
};

const isSame = <Compared extends object>(a: Compared | undefined, b: Compared): boolean => {
  if (a === undefined) return false;
  for (const key in b) if (a[key] !== b[key]) return false;
  return true;
};

/** A cell of the page, and what is drawn of it. */
interface DrawnCell {
  readonly element: SVGGElement;
  readonly state: CellState;
  readonly shapes: DrawnShapes;
}

/** A row of the page, and the cells in it, by their columns. */
interface DrawnRow {
  readonly element: SVGGElement;
  readonly cells: Map<number, DrawnCell>;
}

/** An element that says which cell it is. */
const emptyCell = ({ row, col }: CellState): SVGGElement => {
  const element = svgElement('g');
  setAttributes(element, { role: 'gridcell', 'data-row': row, 'data-col': col });
  return element;
};

/** Whatever moves, moves as a whole: one attribute, and no text is laid out anew. */
const setPlace = (element: Element, now: CellState, before?: CellState): void => {
  const { x, y, value, focusable } = now;
  if (x !== before?.x || y !== before.y) element.setAttribute('transform', `translate(${x} ${y})`);
  if (value !== before?.value) element.setAttribute('data-value', String(value));
  if (focusable !== before?.focusable) element.setAttribute('tabindex', focusable ? '0' : '-1');
};

/** Draws one cell; what is said of it can wait where it was said of another number. */
const drawCell = (
  drawing: Drawing,
  state: CellState,
  before: DrawnCell | undefined,
  canWait: boolean,
): DrawnCell => {
  const element = before?.element ?? emptyCell(state);
  setPlace(element, state, before?.state);
  const shapes = drawShapes(element, shapesOf(faceOf(drawing, state)), before?.shapes);
  const { row, col, value } = state;
  const name = (): string => drawing.cellLabel(row, col, value);
  if (!before || !canWait) nameCell(element, name);
  else if (before.state.value !== value) nameCellLater(element, name);
  return { element, state, shapes };
};

const emptyRow = (): DrawnRow => {
  const element = svgElement('g');
  element.setAttribute('role', 'row');
  return { element, cells: new Map() };
};

/** Makes what is shown the only children of an element, in this order, and forgets the rest; `there` are those that stand in it. */
const putIn = <One extends { readonly element: Element }>(
  parent: Element,
  there: readonly number[],
  drawn: Map<number, One>,
  shown: readonly number[],
): void => {
  if (shown.length === there.length && shown.every((index, place) => index === there[place]))
    return;
  const kept = shown.map((index) => [index, drawn.get(index) as One] as const);
  drawn.clear();
  for (const [index, one] of kept) drawn.set(index, one);
  arrange(
    parent,
    kept.map(([, { element }]) => element),
  );
};

/** Draws the cells of a matrix into its grid, row by row, in the order given. One painter for the life of a matrix on the stage. */
export const cellPainter = () => {
  const drawn = new Map<number, DrawnRow>();
  let last: Drawing | undefined;
  return (
    grid: Element,
    drawing: Drawing,
    rows: readonly number[],
    statesOf: (row: number, place: number) => readonly CellState[],
  ): void => {
    const isKept = isSame(last, drawing);
    const canWait = last?.cellLabel === drawing.cellLabel;
    last = drawing;
    const rowsThere = [...drawn.keys()];
    for (const [place, row] of rows.entries()) {
      const { element, cells } = drawn.get(row) ?? emptyRow();
      drawn.set(row, { element, cells });
      const states = statesOf(row, place);
      // In the order in which they were put in.
      const colsThere = [...cells.keys()];
      for (const state of states) {
        const before = cells.get(state.col);
        if (isKept && isSame(before?.state, state)) continue;
        cells.set(state.col, drawCell(drawing, state, before, canWait));
      }
      const cols = states.map(({ col }) => col);
      putIn(element, colsThere, cells, cols);
    }
    putIn(grid, rowsThere, drawn, rows);
  };
};
