/** Where everything stands in the step that takes one row apart. */
import { cellSize, chipsBeside, numeralSize, type Metrics, type Point } from '../../viz/index.ts';
import { columnsOf } from '../columns.ts';
import type { StageValue } from '../stage/StageContext.tsx';

/** Decimals and type size of what is added up: a third decimal where it fits, so that what is printed adds up more closely. */
const printed = (cell: number, metrics: Metrics): { digits: number; fontSize: number } => {
  const exact = numeralSize(cell, '−0.000', metrics);
  return exact > 0
    ? { digits: 3, fontSize: exact }
    : { digits: 2, fontSize: numeralSize(cell, '−0.00', metrics) };
};

/** Corners of the weights, V, the shrunk rows and their sum, and the boxes of what stands on the stage beside them. */
export interface OneRowPlaces {
  readonly cell: number;
  readonly weights: Point;
  readonly values: Point;
  readonly shrunk: Point;
  readonly sum: Point;
  /** From a weight's corner to its slider, and how long that is. */
  readonly slider: Point & { readonly width: number };
  /** What the weights add up to. */
  readonly total: { readonly left: number; readonly top: number; readonly maxWidth: number };
}

/** From left to right, tokens one below the other, their sum at the foot. */
const inRows = ({ size, metrics, computation, state }: StageValue): OneRowPlaces => {
  const { rows, cols } = computation.matrix({ matrix: 'v', head: state.head });
  const { label, name, band, bandGap, narrow } = metrics;
  const chips = chipsBeside(metrics);
  const slider = Math.max(54, Math.min(label * 8, size.width * 0.11));
  const sign = name * (narrow ? 1 : 1.15);
  const above = name * 2;
  const below = name * 2.6;
  const fixed = chips + slider + 2 * sign + band + bandGap + 8;
  const cell = cellSize(
    metrics.cellMax * 0.95,
    (size.width - fixed) / (1 + 2 * cols),
    (size.height - above - below) / (rows + 1),
  );
  const width = fixed + (1 + 2 * cols) * cell;
  const weights = (size.width - width) / 2 + chips;
  const y = (size.height - above - below - (rows + 1) * cell) / 2 + above;
  const values = weights + cell + slider + sign;
  const shrunk = values + cols * cell + sign + band + bandGap;
  const sum = y + rows * cell + name * 0.7;
  return {
    cell,
    weights: { x: weights, y },
    values: { x: values, y },
    shrunk: { x: shrunk, y },
    sum: { x: shrunk, y: sum },
    slider: { x: cell + 6, y: cell / 2, width: slider - 6 },
    total: { left: weights - 4, top: sum + cell * 0.5, maxWidth: values - weights + 40 },
  };
};

/** Sizes and places; `cellAt` gives the corner of a token's cell in a block of them. */
export const layOut = (stage: StageValue) => {
  const { metrics, computation, state, turned } = stage;
  const places = columnsOf(stage)?.oneRow.places(stage) ?? inRows(stage);
  const { cell } = places;
  return {
    ...places,
    ...printed(cell, metrics),
    v: computation.matrix({ matrix: 'v', head: state.head }),
    cellAt: ({ x, y }: Point, token: number, dimension: number): Point =>
      turned
        ? { x: x + token * cell, y: y + dimension * cell }
        : { x: x + dimension * cell, y: y + token * cell },
  };
};

export type OneRowLayout = ReturnType<typeof layOut>;
