/** Where the arrow from one matrix to the next stands, beside or below, and where its words go. */
import type { Metrics, Point } from '../../viz/index.ts';

export interface ArrowPlace {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Above a level arrow, beside an upright one. */
  readonly note: Point & { readonly anchor: 'middle' | 'start' };
}

/** From a matrix of the given size at `before` to one at `after`: to its right, or below it where they are stacked. */
export const arrowBetween = (
  before: Point,
  after: Point,
  width: number,
  height: number,
  metrics: Metrics,
): ArrowPlace => {
  if (after.y > before.y) {
    const x = before.x + width * 0.72;
    const from = before.y + height + 8;
    const to = after.y - metrics.chipHeight - metrics.bandGap - 6;
    return {
      from: [x, from],
      to: [x, to],
      note: { x: x + 8, y: (from + to) / 2 + metrics.label * 0.36, anchor: 'start' },
    };
  }
  const y = before.y + height / 2;
  const from = before.x + width + 6;
  const to = after.x - metrics.band - metrics.bandGap - 6;
  return {
    from: [from, y],
    to: [to, y],
    note: { x: (from + to) / 2, y: y - metrics.label * 0.8, anchor: 'middle' },
  };
};

type Spot = readonly [number, number];

/** The head, as a path, of an arrow that comes from one spot to another. */
export const arrowHead = (from: Spot, to: Spot, size: number): string => {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const wing = (side: 1 | -1): string =>
    `${to[0] - size * (ux - side * uy * 0.7)} ${to[1] - size * (uy + side * ux * 0.7)}`;
  return `M${wing(1)}L${to[0]} ${to[1]}L${wing(-1)}`;
};
