/** The step that takes one row apart, where it is a column: tokens side by side. */
import type { OneRowLayout, OneRowPlaces, Around, StageValue } from '../scenes/index.ts';
import { cellSize, chipsAbove, type Point } from '../viz/index.ts';

/** Tokens side by side: the weights over V, then the shrunk columns beside them, or below where the frame is narrow, and their sum at the end. */
export const places = ({ size, metrics, computation, state }: StageValue): OneRowPlaces => {
  const { rows, cols } = computation.matrix({ matrix: 'v', head: state.head });
  const { label, name, band, bandGap, narrow, micro } = metrics;
  const chips = chipsAbove(metrics);
  const bands = band + bandGap;
  // A finger needs this much for a slider.
  const slider = Math.max(label * 2, 24);
  const names = name * (narrow ? 1.4 : 2);
  const sign = name * (narrow ? 1.4 : 2.4);
  const below = label * 4;
  const fixedHeight = chips + slider + bands + below + (narrow ? name * 1.8 + bands : 0);
  const fixedWidth = names + sign + (narrow ? 0 : sign) + micro;
  const cell = cellSize(
    metrics.cellMax * 0.95,
    (size.width - fixedWidth) / ((narrow ? 1 : 2) * rows + 1),
    (size.height - fixedHeight) / (1 + (narrow ? 2 : 1) * cols),
  );
  const width = fixedWidth + ((narrow ? 1 : 2) * rows + 1) * cell;
  const height = fixedHeight + (1 + (narrow ? 2 : 1) * cols) * cell;
  const x = Math.max(0, (size.width - width) / 2) + names;
  const weights = { x, y: Math.max(0, (size.height - height) / 2) + chips };
  const values = { x, y: weights.y + cell + slider + bands };
  const shrunk = narrow
    ? { x, y: values.y + cols * cell + name * 1.8 + bands }
    : { x: x + rows * cell + sign, y: values.y };
  const foot = shrunk.y + cols * cell;
  return {
    cell,
    weights,
    values,
    shrunk,
    sum: { x: shrunk.x + rows * cell + sign, y: shrunk.y },
    slider: { x: 2, y: cell + slider / 2, width: cell - 4 },
    total: { left: x, top: foot + label, maxWidth: rows * cell },
  };
};

export const around = (
  { metrics }: StageValue,
  { v, cell, weights, values, shrunk, sum }: OneRowLayout,
): Around => {
  const { label, name, band, bandGap, narrow } = metrics;
  const bands = band + bandGap;
  const length = v.cols * cell;
  const before = ({ x, y }: Point, height: number) =>
    ({ x: x - label, y: y + height / 2 + name * 0.3, anchor: 'end' }) as const;
  const above = ({ x, y }: Point): Point => ({ x, y: y - bands - name * 0.5 });
  const middle = values.y + length / 2;
  const wayOf = (index: number): Point | null => {
    if (narrow) return { x: values.x + (index + 0.5) * cell, y: shrunk.y - bands - name * 0.5 };
    return index === 0 ? { x: shrunk.x - name * 1.2, y: middle + label * 0.36 } : null;
  };
  return {
    weights: before(weights, cell),
    values: before(values, length),
    shrunk: narrow ? null : above(shrunk),
    sum: above(sum),
    way: narrow ? '↓' : '→',
    wayOf,
    rule: `M${sum.x - name * 0.45} ${sum.y}v${length}`,
    sigma: {
      x: sum.x - name * 1.1,
      y: sum.y + length / 2 + name * 0.3,
      anchor: 'middle',
    },
  };
};
