/** All geometry of the stage: pure functions from the space given to where everything sits, in CSS pixels. */

import type { Point, Size } from './geometry.ts';
import { chipsAbove, type Metrics } from './metrics.ts';

/** Where this is reached the space is too small, and what is drawn may run out of it. */
export const leastCell = 4;

/** A cell's size: the tightest of some limits in whole pixels, and never so small that nothing can be drawn. */
export const cellSize = (...limits: readonly number[]): number =>
  Math.max(leastCell, Math.floor(Math.min(...limits)));

/** Type size of a cell's numeral that fits the cell, or 0 where it would fall under the smallest type of the frame. */
export const numeralSize = (cell: number, longest: string, metrics: Metrics): number => {
  const { pixel = 1, micro } = metrics;
  const em = [...longest].reduce(
    (width, character) => width + (character === '.' ? 0.29 : 0.565),
    0,
  );
  const enough = micro - 0.25 * pixel;
  if ((cell - 4 * pixel) / em < enough || cell * 0.42 < enough) return 0;
  // Where there is more room than that, some of it stays between a number and its neighbour.
  const fitting = Math.min(metrics.numeralMax, cell * 0.42, (cell * 0.86) / em);
  return Math.max(fitting, micro);
};

export interface FalkShape {
  /** Left operand m×k, right operand k×n, product m×n. */
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly rowChips: boolean;
  readonly colChips: boolean;
  readonly uprightRows?: number;
  /** Room between operands and product from top to bottom, where more than the frame's gap is needed. */
  readonly gapY?: number;
  /** Room kept free to the right of the product, and below its name. */
  readonly after?: number;
  readonly below?: number;
}

export interface FalkLayout {
  /** `cross`: the product stands where its operands meet; `row`: left · right = product, side by side. */
  readonly arrangement: 'cross' | 'row';
  readonly cell: number;
  readonly left: Point;
  readonly right: Point;
  readonly product: Point;
  readonly size: Size;
}

const chipRoom = (metrics: Metrics, chips: boolean): number =>
  chips ? metrics.chipWidth + metrics.band + metrics.bandGap + 2 : 0;

const topRoom = (metrics: Metrics, chips: boolean): number => (chips ? chipsAbove(metrics) : 0);

const nameRoom = (metrics: Metrics): number => metrics.name * 1.6;

/** How far the frame round a row or column reaches out of it, stroke included. */
const frameRoom = 5;

/** Left operand left, right operand above, product where they meet. */
const crossLayout = (space: Size, shape: FalkShape, metrics: Metrics): FalkLayout => {
  const { m, k, n } = shape;
  const gapY = shape.gapY ?? metrics.falkGap;
  // Without chips above it, the frame round a column still needs its own width.
  const top = Math.max(topRoom(metrics, shape.colChips), frameRoom * metrics.stroke);
  // The frame round a cell of the last column reaches out of the product.
  const after = Math.max(shape.after ?? 0, frameRoom * metrics.stroke);
  const before = Math.max(chipRoom(metrics, shape.rowChips), frameRoom * metrics.stroke);
  const fixedWidth = before + metrics.falkGap + after;
  const fixedHeight = top + gapY + nameRoom(metrics) + (shape.below ?? 0);
  const cell = cellSize(
    metrics.cellMax,
    (space.width - fixedWidth) / (k + n),
    (space.height - fixedHeight) / (k + m),
  );
  const size = { width: fixedWidth + (k + n) * cell, height: fixedHeight + (k + m) * cell };
  const x = Math.max(0, (space.width - size.width) / 2);
  const y = Math.max(0, (space.height - size.height) / 2);
  const left = {
    x: x + before,
    y: y + top + k * cell + gapY,
  };
  const right = { x: left.x + k * cell + metrics.falkGap, y: y + top };
  return { arrangement: 'cross', cell, left, right, product: { x: right.x, y: left.y }, size };
};

/** Left · right = product on one line, for spaces that are too flat for the cross. */
const rowLayout = (space: Size, shape: FalkShape, metrics: Metrics): FalkLayout => {
  const { m, k, n } = shape;
  const sign = metrics.name * 2;
  const frame = frameRoom * metrics.stroke;
  const after = Math.max(shape.after ?? 0, frame);
  const before = Math.max(chipRoom(metrics, shape.rowChips), frame);
  const fixedWidth = before + 2 * sign + after;
  const rows = Math.max(m, k, shape.uprightRows ?? 0);
  const above = nameRoom(metrics) + topRoom(metrics, shape.colChips);
  // Below there are no names, but frames reach out of the tallest matrix.
  const fixedHeight = above + frame;
  const cell = cellSize(
    metrics.cellMax,
    (space.width - fixedWidth) / (k + 2 * n),
    (space.height - fixedHeight) / rows,
  );
  const size = { width: fixedWidth + (k + 2 * n) * cell, height: fixedHeight + rows * cell };
  const x = Math.max(0, (space.width - size.width) / 2) + before;
  const middle = Math.max(0, (space.height - size.height) / 2) + above + (rows * cell) / 2;
  const left = { x, y: middle - (m * cell) / 2 };
  const right = { x: x + k * cell + sign, y: middle - (k * cell) / 2 };
  return {
    arrangement: 'row',
    cell,
    left,
    right,
    product: { x: right.x + n * cell + sign, y: left.y },
    size,
  };
};

/** As wide as numbers of two decimals are, sign included. */
const usualNumeral = '−0.00';

/** The arrangement with the larger cells; the cross wins unless its numerals would have to go. */
export const falkLayout = (space: Size, shape: FalkShape, metrics: Metrics): FalkLayout => {
  const cross = crossLayout(space, shape, metrics);
  if (numeralSize(cross.cell, usualNumeral, metrics) > 0) return cross;
  // Rows that turn into columns need the room of the cross, so a little less than a number's has to do.
  if (shape.colChips && cross.cell >= metrics.micro * 2.7) return cross;
  const row = rowLayout(space, shape, metrics);
  return row.cell > cross.cell ? row : cross;
};

/** Blocks one below the other, where a line of them would be too small to read; the same seats otherwise. */
export const stackLayout = (
  space: Size,
  blocks: readonly Block[],
  room: { readonly above: number; readonly below: number; readonly gap: number },
  cellMax: number,
): LineLayout => {
  const fixedWidth =
    Math.max(...blocks.map(({ before = 0 }) => before)) +
    Math.max(...blocks.map(({ after = 0 }) => after));
  const fixedHeight = blocks.length * (room.above + room.below) + (blocks.length - 1) * room.gap;
  const cols = Math.max(...blocks.map((block) => block.cols));
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const cell = cellSize(
    cellMax,
    (space.width - fixedWidth) / cols,
    (space.height - fixedHeight) / rows,
  );
  const size = { width: fixedWidth + cols * cell, height: fixedHeight + rows * cell };
  const left = Math.max(0, (space.width - size.width) / 2);
  const before = Math.max(...blocks.map((block) => block.before ?? 0));
  let y = Math.max(0, (space.height - size.height) / 2);
  const seats = blocks.map((block) => {
    const seat = { x: left + before, y: y + room.above };
    y += room.above + block.rows * cell + room.below + room.gap;
    return seat;
  });
  return { cell, seats, size };
};

/** One block of a line: a matrix, with the room it needs around it. */
export interface Block {
  readonly rows: number;
  readonly cols: number;
  /** Room in front of the cells, beyond the gap: chips, a sign, an arrow. */
  readonly before?: number;
  /** Room behind the cells: a sum, bars. */
  readonly after?: number;
  /** How large this block's cells are beside the line's own. */
  readonly factor?: number;
}

export interface LineLayout {
  readonly cell: number;
  readonly seats: readonly Point[];
  readonly size: Size;
}

/**
 * Matrices side by side, centred on one line, with cells as large as the space allows.
 * `above` and `below` is the room for chips and names.
 */
export const lineLayout = (
  space: Size,
  blocks: readonly Block[],
  room: { readonly above: number; readonly below: number; readonly gap: number },
  cellMax: number,
): LineLayout => {
  const fixed = blocks.reduce(
    (sum, block, index) =>
      sum + (block.before ?? 0) + (block.after ?? 0) + (index > 0 ? room.gap : 0),
    0,
  );
  const cols = blocks.reduce((sum, block) => sum + block.cols * (block.factor ?? 1), 0);
  const rows = Math.max(...blocks.map((block) => block.rows * (block.factor ?? 1)));
  const cell = cellSize(
    cellMax,
    (space.width - fixed) / cols,
    (space.height - room.above - room.below) / rows,
  );
  const size = { width: fixed + cols * cell, height: room.above + room.below + rows * cell };
  let x = Math.max(0, (space.width - size.width) / 2);
  const top = Math.max(0, (space.height - size.height) / 2) + room.above;
  const seats = blocks.map((block, index) => {
    const factor = block.factor ?? 1;
    x += (index > 0 ? room.gap : 0) + (block.before ?? 0);
    const seat = { x, y: top + ((rows - block.rows * factor) * cell) / 2 };
    x += block.cols * factor * cell + (block.after ?? 0);
    return seat;
  });
  return { cell, seats, size };
};
