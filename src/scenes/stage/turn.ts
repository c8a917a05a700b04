/** Where rows are that swing to become columns: pure geometry. */
import type { FalkLayout, Point } from '../../viz/index.ts';

/** A row on its way: the corner it turns about, and by how much it has turned, from 0 to a quarter of a circle. */
export interface Pose extends Point {
  readonly angle: number;
}

/** The matrix that is turned, before it is: how many rows it has, and how many cells a row. */
export interface Upright {
  readonly rows: number;
  readonly terms: number;
  /** Rows of the product, in whose place it stands. */
  readonly room: number;
}

/** Where it stands with its rows as rows: in the product's place, which is free as long as it does, so that no row crosses another on its way. */
export const uprightSeat = (layout: FalkLayout, { rows, terms, room }: Upright): Point => {
  const { right, product, cell, arrangement } = layout;
  // What is taller than the product reaches out above it, or on a line to both sides.
  const over = Math.max(0, rows - room) * cell;
  const inRow = over > 0 ? product.y - over / 2 : right.y;
  return {
    x: right.x + (Math.max(0, rows - terms) * cell) / 2,
    y: arrangement === 'cross' ? product.y - over : inRow,
  };
};

/** From the top left corner of a row to the top right corner of a column. */
export const poseOf = (layout: FalkLayout, upright: Upright, row: number, turned: number): Pose => {
  const { right, cell } = layout;
  const from = uprightSeat(layout, upright);
  const start = { x: from.x, y: from.y + row * cell };
  const end = { x: right.x + (row + 1) * cell, y: right.y };
  // Sideways first, so that it passes beside the columns that have landed.
  const aside = 1 - (1 - turned) ** 2;
  return {
    x: start.x + (end.x - start.x) * aside,
    y: start.y + (end.y - start.y) * turned,
    angle: (turned * Math.PI) / 2,
  };
};

/** The top left corner of the cell that stands at a place of the row, upright. */
export const turnedSeat = ({ x, y, angle }: Pose, place: number, cell: number): Point => {
  const [along, across] = [(place + 0.5) * cell, 0.5 * cell];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: x + along * cos - across * sin - cell / 2,
    y: y + along * sin + across * cos - cell / 2,
  };
};
