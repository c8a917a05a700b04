/** Where everything stands at `roles`: a line for every key, with the query beside the keys, or above each of them where the stage is high rather than wide. */
import {
  cellSize,
  chipsBeside,
  numeralSize,
  textWidth,
  type Metrics,
  type Size,
} from '../../viz/index.ts';

export interface RolesLayout {
  readonly cell: number;
  /** Distance of the lines, and of the places at which the query stands. */
  readonly pitch: number;
  /** Whether the query stands above a key; else beside it. */
  readonly above: boolean;
  /** Baseline of the names above the columns. */
  readonly heading: number;
  /** Top of the first line, and of the query's place at it. */
  readonly lines: number;
  readonly stands: number;
  /** Left edges of the columns. */
  readonly q: number;
  readonly k: number;
  readonly scores: number;
  readonly weights: number;
  readonly v: number;
  /** Width of the columns of one matrix together, room of bands, and of chips with theirs. */
  readonly span: number;
  readonly bands: number;
  readonly chips: number;
  /** The bars of the shares; a share of 1 is as long as `width`. `top` is the first one's. */
  readonly bars: {
    readonly x: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  /** The strip in which all bars lie end to end. */
  readonly mix: { readonly y: number; readonly height: number };
  /** Top of z. */
  readonly home: number;
  /** Baselines of the names of K and z, and whether they stand before what they name; else above or below it. */
  readonly nameOfK: { readonly y: number; readonly before: boolean };
  readonly nameOfZ: { readonly y: number; readonly before: boolean };
  /** Where the reader chooses who asks. */
  readonly choice: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    /** Whether there is room to say what is chosen. */
    readonly titled: boolean;
  };
}

/** Shape of the head: keys, and columns of q, k and v. */
interface Shape {
  readonly n: number;
  readonly dK: number;
}

/** Width and height of a chip that can be pressed. */
export const chipSide = ({ chipHeight }: Metrics): number => Math.max(28, chipHeight);

/** More tokens than this to choose from are a list, as wide as so many chips. */
export const mostChips = 8;
export const listChips = 4;

/** What the arrow from scores to shares says. */
export const arrowWord = 'softmax';

/** Rooms between the columns. */
const roomsFor = ({ width }: Size, metrics: Metrics, worded: boolean) => {
  const { label, name, band, bandGap, narrow } = metrics;
  const word = textWidth(arrowWord, label) + label * 0.8;
  return {
    bands: band + bandGap,
    chips: chipsBeside(metrics),
    dot: name * 0.7,
    equals: name * (narrow ? 0.65 : 0.85),
    // A frame round the share needs a part of it.
    times: name * (narrow ? 0.75 : 0.85),
    arrow: worded ? word : label * (narrow ? 1.05 : 1.5),
    bars: Math.max(label * 2.8, Math.min(label * 8, width * 0.24 - label * 6.6)),
    edge: 4 * metrics.stroke,
  };
};

/** What both arrangements give their columns. */
const columnsOf = (
  cell: number,
  dK: number,
  { bands, chips }: ReturnType<typeof roomsFor>,
): Pick<RolesLayout, 'cell' | 'span' | 'bands' | 'chips'> => ({
  cell,
  span: dK * cell,
  bands,
  chips,
});

/** Air between lines that stand beside each other, in cells. */
const mostAir = 0.3;

const headRoom = ({ name }: Metrics): number => name * 1.4;
const nameBelow = ({ name }: Metrics): number => name * 1.5;

/** The query walks down a lane of its own, left of the keys. */
const beside = (size: Size, metrics: Metrics, { n, dK }: Shape): RolesLayout => {
  const rooms = roomsFor(size, metrics, size.width > metrics.label * 55);
  const gap = metrics.name * 0.6;
  const fixed =
    3 * rooms.bands +
    rooms.dot +
    rooms.chips +
    rooms.equals +
    rooms.arrow +
    rooms.bars +
    rooms.times +
    2 * rooms.edge;
  const fixedHeight = headRoom(metrics) + gap + nameBelow(metrics);
  const cell = cellSize(
    metrics.cellMax,
    (size.width - fixed) / (3 * dK + 2),
    (size.height - fixedHeight) / (n + 1),
  );
  const spare = Math.max(0, size.height - fixedHeight - (n + 1) * cell);
  // Room to spare goes between the lines first.
  const pitch = cell + Math.floor(Math.min(mostAir * cell, spare / n));
  const height = fixedHeight + n * pitch + cell;
  const left = (size.width - fixed - (3 * dK + 2) * cell) / 2 + rooms.edge;
  const lines = Math.max(0, (size.height - height) / 2) + headRoom(metrics);
  const q = left + rooms.bands;
  const k = q + dK * cell + rooms.dot + rooms.chips;
  const scores = k + dK * cell + rooms.equals;
  const weights = scores + cell + rooms.arrow;
  const bars = weights + cell + rooms.bands;
  const bar = Math.min(22 * metrics.stroke, cell * 0.62);
  const home = lines + n * pitch + gap;
  return {
    ...columnsOf(cell, dK, rooms),
    pitch,
    above: false,
    heading: lines - metrics.name * 0.5,
    lines,
    stands: lines,
    q,
    k,
    scores,
    weights,
    v: bars + rooms.bars + rooms.times + rooms.bands,
    bars: { x: bars, top: lines + (cell - bar) / 2, width: rooms.bars, height: bar },
    mix: { y: home, height: cell },
    home,
    nameOfK: { y: lines - metrics.name * 0.5, before: false },
    nameOfZ: { y: home + cell + metrics.name * 1.1, before: false },
    choice: { x: left, y: home + cell / 2, width: scores - left, titled: true },
  };
};

/** The query's place, the key, a little air; and in the end the strip of all bars, in cells. */
const upright = { line: 2.05, strip: 0.5 } as const;

/** The rooms in which the cells are largest: words take what the numbers leave. */
const wording = (size: Size, metrics: Metrics, cols: number, tallest: number) =>
  [
    { named: true, worded: true },
    { named: true, worded: false },
    { named: false, worded: false },
  ]
    .map(({ named, worded }) => {
      const rooms = roomsFor(size, metrics, worded);
      const names = named ? metrics.name + metrics.label * 5.5 : 0;
      const { chips, equals, arrow, times, bands, edge } = rooms;
      const fixed = names + chips + equals + arrow + times + bands + 2 * edge;
      const cell = cellSize(metrics.cellMax, (size.width - fixed) / cols, tallest);
      return { named, rooms, names, fixed, cell };
    })
    .reduce((best, one) => (one.cell > best.cell ? one : best));

/** The query stands above a key, number above number; the bars above the values. */
const over = (size: Size, metrics: Metrics, { n, dK }: Shape): RolesLayout => {
  const below = metrics.narrow ? nameBelow(metrics) : 4 * metrics.stroke;
  const fixedHeight = headRoom(metrics) + below;
  const rows = n * upright.line + upright.strip + 1;
  const tallest = (size.height - fixedHeight) / rows;
  const { named, rooms, names, fixed, cell } = wording(size, metrics, 2 * dK + 2, tallest);
  const pitch = upright.line * cell;
  const left = (size.width - fixed - (2 * dK + 2) * cell) / 2 + rooms.edge + names;
  const stands = Math.max(0, (size.height - fixedHeight - rows * cell) / 2) + headRoom(metrics);
  const k = left + rooms.chips;
  const scores = k + dK * cell + rooms.equals;
  const weights = scores + cell + rooms.arrow;
  const v = weights + cell + rooms.times + rooms.bands;
  const bar = Math.min(22 * metrics.stroke, cell * 0.5);
  const lines = stands + cell;
  const bottom = stands + n * pitch;
  const home = bottom + upright.strip * cell;
  const underK = bottom + metrics.name * 0.95;
  return {
    ...columnsOf(cell, dK, rooms),
    pitch,
    above: true,
    lines,
    stands,
    q: k,
    k,
    scores,
    weights,
    v,
    bars: { x: v, top: lines - bar - 3 * metrics.stroke, width: dK * cell, height: bar },
    mix: { y: bottom, height: upright.strip * cell },
    home,
    heading: stands - metrics.name * 0.5,
    nameOfK: named
      ? { y: lines + cell / 2 + metrics.name * 0.3, before: true }
      : { y: underK, before: false },
    nameOfZ: metrics.narrow
      ? { y: home + cell + metrics.name * 1.1, before: false }
      : { y: home + cell / 2 + metrics.name * 0.3, before: true },
    choice: {
      x: left,
      y: Math.max(home + cell / 2, named ? 0 : underK + metrics.name * 0.2 + chipSide(metrics) / 2),
      width: scores + cell - left,
      titled: false,
    },
  };
};

/** The query beside the keys, so that each line reads from left to right; above them where the numbers would not fit otherwise. */
export const layOut = (size: Size, metrics: Metrics, shape: Shape): RolesLayout => {
  const line = beside(size, metrics, shape);
  if (numeralSize(line.cell, '−0.00', metrics) > 0) return line;
  const stacked = over(size, metrics, shape);
  return stacked.cell > line.cell ? stacked : line;
};
