/** Where everything stands in the picture of Add & Norm: six strips and two panels of bars, all on the same columns. */
import { cellSize, textWidth, type Metrics, type Box } from '../../viz/index.ts';

/** Least and most value that an axis shows, 0 among them. */
export type Range = readonly [number, number];

/** Bars about 0; both panels have the same pixels a unit, so that a stretch is seen as one. */
export interface Panel {
  /** Where 0 stands. */
  readonly zero: number;
  /** Pixels a unit of value. */
  readonly unit: number;
  readonly top: number;
  readonly height: number;
}

export interface NormLayout {
  readonly cell: number;
  /** Left edge of the columns. */
  readonly left: number;
  /** Where names end, in front of the strips. */
  readonly names: number;
  /** Where notes begin, behind the strips; null where there is no room for them. */
  readonly notes: number | null;
  /** Tops of the six strips, from what goes in to what is made. */
  readonly strips: readonly number[];
  /** Bars before and after they are normalised. */
  readonly panels: readonly [Panel, Panel];
}

const stripCount = 6;
/** Heights of both panels together: what they want, before cells grow beyond what their numbers need, what they get at the least, in label sizes, and at the most, in cells. */
const panels = { wanted: 15, least: 9, most: 8 } as const;
/** The two lines of words beside the bars, in label sizes. */
const words = 2.6;

/** A strip's cell: large enough for its numbers before the bars grow, and no larger before they have. */
const cellIn = (metrics: Metrics, width: number, open: number): number => {
  const { label, micro, cellMax } = metrics;
  const numbered = micro * 3;
  const roomFor = (panelHeight: number): number => (open - label * panelHeight) / stripCount;
  return cellSize(
    Math.max(cellMax * 0.68, numbered),
    width,
    Math.max(Math.min(numbered, roomFor(panels.least)), roomFor(panels.wanted)),
  );
};

export const normLayout = (
  { x, y, width, height }: Box,
  metrics: Metrics,
  {
    cols,
    ranges,
    notes,
  }: {
    readonly cols: number;
    readonly ranges: readonly [Range, Range];
    readonly notes: readonly string[];
  },
): NormLayout => {
  const { label, micro, band, bandGap } = metrics;
  const before = label * 6 + band + bandGap;
  const behind = label + Math.max(...notes.map((note) => textWidth(note, label)));
  const gap = label * 0.25;
  const rule = label * 0.5;
  const between = label * 0.7;
  const fixed = (stripCount - 1) * gap + 2 * rule + 3 * between;
  const cell = cellIn(metrics, (width - before - 4) / cols, height - fixed);
  // The bars after it carry their numbers at both ends.
  const numbers = micro * (metrics.mirrored ? 7 : 2.3);
  const room = Math.min(height - fixed - stripCount * cell, cell * panels.most) - numbers;
  const [raw, normed] = ranges.map(([least, most]) => Math.max(most - least, 1e-9)) as [
    number,
    number,
  ];
  const fair = room / (raw + normed);
  const unit = Math.max(0, fair * raw < label * words ? (room - label * words) / normed : fair);
  const heights = [Math.max(unit * raw, label * words), unit * normed + numbers] as const;
  const across = cols * cell;
  const hasNotes = before + across + behind <= width;
  const used = before + across + (hasNotes ? behind : 0);
  const left = x + Math.max(0, (width - used) / 2) + before;
  let top = y + Math.max(0, (height - fixed - stripCount * cell - heights[0] - heights[1]) / 2);
  const take = (taken: number): number => {
    const from = top;
    top += taken;
    return from;
  };
  const panelAt = (at: number, tall: number, [least, most]: Range): Panel => ({
    top: at,
    height: tall,
    unit,
    zero: at + (tall - unit * (most - least)) / 2 + unit * most,
  });
  const first = take(cell + gap);
  const second = take(cell + gap + rule);
  const sum = take(cell + between);
  const rawTop = take(heights[0] + between);
  const normedTop = take(heights[1] + between);
  const gain = take(cell + gap);
  const bias = take(cell + gap + rule);
  return {
    cell,
    left,
    names: left - band - bandGap - label * 0.5,
    notes: hasNotes ? left + across + label : null,
    strips: [first, second, sum, gain, bias, take(cell)],
    panels: [panelAt(rawTop, heights[0], ranges[0]), panelAt(normedTop, heights[1], ranges[1])],
  };
};
