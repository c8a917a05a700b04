/** Where the two networks stand: side by side on the same rows, or one below the other in a narrow frame. */
import { cellSize, type Metrics, type Size } from '../../viz/index.ts';

/** One network: its heading, the rows below it, and how tall each is. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Top of the first row. */
  readonly top: number;
  /** Height of a row. */
  readonly pitch: number;
}

export interface ParallelLayout {
  readonly attention: Panel;
  readonly recurrent: Panel;
  /** Whether rows are too low for a character, so that bands alone stand for the tokens. */
  readonly dense: boolean;
  /** Room in front of a row for its chip or band. */
  readonly chips: number;
  /** Left edges of the keys' column, of A, and how long the arrows between them are. */
  readonly keys: number;
  readonly weights: number;
  readonly arrows: number;
  /** Top of the slider below everything. */
  readonly control: number;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Heading and step meter. */
const headRoom = (metrics: Metrics): number => metrics.small * 3.2 + metrics.label * 1.4;

/** Column chips above A. */
const aboveRoom = (metrics: Metrics, dense: boolean): number =>
  dense ? metrics.band + metrics.bandGap : metrics.chipHeight + metrics.bandGap;

const belowRoom = (metrics: Metrics): number => metrics.name * 1.8;

const chipsRoom = (metrics: Metrics, dense: boolean): number =>
  metrics.band + metrics.bandGap + 2 + (dense ? 0 : metrics.chipWidth);

const attentionIn = (room: Room, n: number, metrics: Metrics, dense: boolean) => {
  const chips = chipsRoom(metrics, dense);
  const fixed = headRoom(metrics) + aboveRoom(metrics, dense) + belowRoom(metrics);
  const cell = cellSize(
    metrics.cellMax * 0.85,
    (room.width - 2 * chips - Math.min(metrics.label * 6, room.width * 0.16) - 8) / n,
    (room.height - fixed) / n,
  );
  const spare = room.width - 2 * chips - n * cell - 8;
  const arrows = Math.min(spare, metrics.label * 11);
  const y = room.y + Math.max(0, (room.height - fixed - n * cell) / 2);
  const keys = room.x + (spare - arrows) / 2 + chips;
  return {
    chips,
    keys,
    arrows,
    weights: keys + arrows + chips,
    panel: {
      x: room.x,
      y,
      width: room.width,
      top: y + headRoom(metrics) + aboveRoom(metrics, dense),
      pitch: cell,
    },
  };
};

export const layOut = (size: Size, metrics: Metrics, n: number): ParallelLayout => {
  const height = size.height - metrics.label * 5;
  const { narrow } = metrics;
  const share = narrow ? 1 : 0.6;
  const room = { x: 0, y: 0, width: size.width * share, height: narrow ? height * 0.54 : height };
  const loose = attentionIn(room, n, metrics, false);
  const dense = loose.panel.pitch < metrics.micro * 1.5;
  const { panel, ...columns } = dense ? attentionIn(room, n, metrics, true) : loose;
  const below = { y: room.height, height: height - room.height };
  const pitch = Math.min(
    metrics.cellMax * 0.85,
    (below.height - headRoom(metrics) - metrics.label) / n,
  );
  const recurrent = narrow
    ? { x: 0, y: below.y, width: size.width, top: below.y + headRoom(metrics), pitch }
    : { ...panel, x: room.width, width: size.width - room.width };
  return { attention: panel, recurrent, dense, ...columns, control: height + metrics.label * 0.8 };
};
