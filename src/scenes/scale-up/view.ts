/** Which part of a square of n×n cells is seen in a square window, and how it moves: pure geometry in CSS pixels. */
import type { Point } from '../../viz/index.ts';

export interface View {
  /** Pixels along a cell's edge. */
  readonly cell: number;
  /** The column and the row, with fractions, at the window's left and top edge. */
  readonly x: number;
  readonly y: number;
}

/** What a view is limited by. */
export interface Bounds {
  readonly n: number;
  /** The window's edge in pixels. */
  readonly side: number;
  /** The largest cell. */
  readonly most: number;
}

export interface MapCell {
  readonly row: number;
  readonly col: number;
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

const leastCellOf = ({ n, side }: Bounds): number => side / n;

/** The nearest view within the bounds: nothing beside the square is ever seen. */
export const within = ({ cell, x, y }: View, bounds: Bounds): View => {
  const least = leastCellOf(bounds);
  const allowed = clamp(cell, least, Math.max(least, bounds.most));
  const room = Math.max(0, bounds.n - bounds.side / allowed);
  return { cell: allowed, x: clamp(x, 0, room), y: clamp(y, 0, room) };
};

export const wholeView = (bounds: Bounds): View => ({ cell: leastCellOf(bounds), x: 0, y: 0 });

export const isWhole = (view: View, bounds: Bounds): boolean =>
  view.cell <= leastCellOf(bounds) * (1 + 1e-9);

/** Larger by a factor, with what is under `point` staying where it is. */
export const zoomed = (view: View, factor: number, point: Point, bounds: Bounds): View => {
  const { cell } = within({ ...view, cell: view.cell * factor }, bounds);
  const moved = (start: number, at: number): number => start + at / view.cell - at / cell;
  return within({ cell, x: moved(view.x, point.x), y: moved(view.y, point.y) }, bounds);
};

/** Dragged by so many pixels. */
export const dragged = (view: View, dx: number, dy: number, bounds: Bounds): View =>
  within({ ...view, x: view.x - dx / view.cell, y: view.y - dy / view.cell }, bounds);

/** The cell under a point of the window. */
export const cellUnder = (view: View, { x, y }: Point, { n }: Bounds): MapCell => ({
  row: clamp(Math.floor(view.y + y / view.cell), 0, n - 1),
  col: clamp(Math.floor(view.x + x / view.cell), 0, n - 1),
});

/** The middle of a cell in the window. */
export const middleOf = (view: View, { row, col }: MapCell): Point => ({
  x: (col + 0.5 - view.x) * view.cell,
  y: (row + 0.5 - view.y) * view.cell,
});

/** Moved just so far that a cell is seen in full. */
export const revealing = (view: View, { row, col }: MapCell, bounds: Bounds): View => {
  const span = bounds.side / view.cell;
  const start = (from: number, index: number): number => clamp(from, index + 1 - span, index);
  return within({ ...view, x: start(view.x, col), y: start(view.y, row) }, bounds);
};

/** The first and the last index that is seen at least in part, along one axis. */
export const seen = (
  start: number,
  { cell }: View,
  { n, side }: Bounds,
): readonly [number, number] => [
  Math.floor(start),
  Math.min(n - 1, Math.ceil(start + side / cell - 1e-9) - 1),
];

/** A step of the arrow keys, in cells: one where cells can be told apart, else some pixels' worth. */
export const stride = ({ cell }: View): number => Math.max(1, Math.round(8 / cell));
