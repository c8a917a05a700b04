/** Where everything sits in the step that takes one row apart. */
import { cellSize, numeralSize, type Metrics } from '../../viz/index.ts';
import type { StageValue } from '../stage/StageContext.tsx';

/** Decimals and type size of what is added up: a third decimal where it fits, so that what is printed adds up more closely. */
const printed = (cell: number, metrics: Metrics): { digits: number; fontSize: number } => {
  const exact = numeralSize(cell, '−0.000', metrics);
  return exact > 0
    ? { digits: 3, fontSize: exact }
    : { digits: 2, fontSize: numeralSize(cell, '−0.00', metrics) };
};

/** Sizes and places of the columns: weights with their sliders, V, the shrunk rows. */
export const layOut = ({ size, metrics, computation, state }: StageValue) => {
  const v = computation.matrix({ matrix: 'v', head: state.head });
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const slider = Math.max(54, Math.min(metrics.label * 8, size.width * 0.11));
  const sign = metrics.name * (metrics.narrow ? 1 : 1.15);
  const above = metrics.name * 2;
  const below = metrics.name * 2.6;
  const fixed = chips + slider + 2 * sign + metrics.band + metrics.bandGap + 8;
  const cell = cellSize(
    metrics.cellMax * 0.95,
    (size.width - fixed) / (1 + 2 * v.cols),
    (size.height - above - below) / (v.rows + 1),
  );
  const width = fixed + (1 + 2 * v.cols) * cell;
  const left = (size.width - width) / 2 + chips;
  const top = (size.height - above - below - (v.rows + 1) * cell) / 2 + above;
  const weights = left;
  const values = weights + cell + slider + sign;
  const shrunk = values + v.cols * cell + sign + metrics.band + metrics.bandGap;
  return {
    v,
    cell,
    ...printed(cell, metrics),
    top,
    weights,
    slider,
    values,
    shrunk,
    sum: top + v.rows * cell + metrics.name * 0.7,
  };
};

export type Layout = ReturnType<typeof layOut>;
