/**
 * Where everything stands in the picture of the feed-forward layer. The hidden units are the common thread: both matrices, the
 * bars and the strips between them share one line a unit. The row flows along, the units are lined up across: from left to right
 * with a unit a line in wide frames, from top to bottom with a unit a column in narrow ones and where tokens are columns.
 */
import { cellSize, type Metrics, type Box } from '../../viz/index.ts';

/** Sizes of the layer: width of a row, hidden units. */
export interface LayerShape {
  readonly dModel: number;
  readonly units: number;
}

/** Along the flow from `u`, across it from `v`. */
export interface Seat {
  readonly u: number;
  readonly v: number;
}

export interface FeedForwardLayout {
  /** Whether the flow goes down instead of to the right. */
  readonly down: boolean;
  readonly cell: number;
  readonly y: Seat;
  readonly w1: Seat;
  readonly b1: Seat;
  readonly hidden: Seat;
  /** The bars, and how far they may reach along the flow. */
  readonly bars: Seat & { readonly length: number };
  readonly activated: Seat;
  readonly w2: Seat;
  readonly b2: Seat;
  readonly feedForward: Seat;
}

/** Room for the numbers beside the bars on both sides, in label sizes. */
const barNumbers = 3;
const mostBars = { across: 22, down: 11 } as const;
const leastBars = 7;

/** Sizes in between, in label sizes: between what belongs together, and around the signs. */
const close = 0.4;
const apart = 1.5;

export const feedForwardLayout = (
  { x, y, width, height }: Box,
  metrics: Metrics,
  { dModel, units }: LayerShape,
  down: boolean,
): FeedForwardLayout => {
  const { label, name, band, bandGap } = metrics;
  const [alongMost, acrossMost] = down ? [height, width] : [width, height];
  // In front of the row's first cell: its name and its band; across, the names of what stands between the matrices.
  const before = name * 0.9 + band + bandGap + (down ? name * 0.4 : label * 0.5);
  const beside = down ? label * 3.2 : 0;
  const gap = label * close;
  const sign = label * apart;
  const fixedAlong = before + 4 * gap + 2 * sign + (down ? label * 1.6 : 0);
  const below = down ? 0 : name;
  const fixedAcross = beside + 3 * gap + below;
  const cell = cellSize(
    metrics.cellMax * 0.6,
    (alongMost - fixedAlong - label * leastBars) / (2 * dModel + 3),
    (acrossMost - fixedAcross) / (units + 3),
  );
  const length = Math.min(
    label * mostBars[down ? 'down' : 'across'],
    alongMost - fixedAlong - (2 * dModel + 3) * cell,
  );
  const usedAlong = fixedAlong + (2 * dModel + 3) * cell + length;
  const usedAcross = fixedAcross + (units + 3) * cell;
  const [u0, v0] = down ? [y, x] : [x, y];
  const from = u0 + Math.max(0, (alongMost - usedAlong) / 2) + before;
  const rowV = v0 + Math.max(0, (acrossMost - usedAcross) / 2) + (down ? beside - cell : 0);
  const unitsV = v0 + Math.max(0, (acrossMost - usedAcross) / 2) + Math.max(cell, beside) + gap;
  const b1 = from + dModel * cell + sign * 0.5 + gap;
  const hidden = b1 + cell + sign * 0.5;
  const bars = hidden + cell + gap + (down ? label * 1.6 : 0);
  const activated = bars + length + gap;
  const w2 = activated + cell + sign;
  const b2 = unitsV + units * cell + gap;
  return {
    down,
    cell,
    y: { u: from, v: Math.max(rowV, v0) },
    w1: { u: from, v: unitsV },
    b1: { u: b1, v: unitsV },
    hidden: { u: hidden, v: unitsV },
    bars: { u: bars, v: unitsV, length },
    activated: { u: activated, v: unitsV },
    w2: { u: w2, v: unitsV },
    b2: { u: w2, v: b2 },
    feedForward: { u: w2, v: b2 + cell + gap },
  };
};

/** From along and across the flow to the stage. */
export const placed = (
  { down }: Pick<FeedForwardLayout, 'down'>,
  { u, v }: Seat,
): { readonly x: number; readonly y: number } => (down ? { x: v, y: u } : { x: u, y: v });

/** A box on the stage, given how far it reaches along and across the flow. */
export const boxAt = (
  layout: FeedForwardLayout,
  seat: Seat,
  along: number,
  across: number,
): Box => ({
  ...placed(layout, seat),
  ...(layout.down ? { width: across, height: along } : { width: along, height: across }),
});

/** Where 0 lies on the bars' axis and how long a unit of value is, so that every bar fits and numbers have room on both sides. */
export const barScale = (
  length: number,
  values: readonly number[],
  { label }: Pick<Metrics, 'label'>,
): { readonly zero: number; readonly unit: number } => {
  const most = Math.max(0, ...values);
  const least = -Math.min(0, ...values);
  const room = Math.min(label * barNumbers, length * 0.35);
  const share = most + least > 0 ? least / (most + least) : 0.5;
  const zero = Math.min(length - room, Math.max(room, share * length));
  const unit = Math.min(
    least > 0 ? zero / least : Number.POSITIVE_INFINITY,
    most > 0 ? (length - zero) / most : Number.POSITIVE_INFINITY,
  );
  return { zero, unit: Number.isFinite(unit) ? unit : 0 };
};

/** Whether a bar's numbers fit a unit's line. */
export const barsAreNumbered = ({ down, cell }: FeedForwardLayout, metrics: Metrics): boolean =>
  !down && cell >= metrics.micro * 1.05;
