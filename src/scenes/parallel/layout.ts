/** Where the two networks stand: side by side, or one below the other in a narrow frame; each token a row, or a column where the stage is transposed. */
import { cellSize, type Box, type Metrics, type Point, type Size } from '../../viz/index.ts';

/** One network: its heading, where its tokens begin, and how far each is from the next. */
export interface Panel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Corner of the first token's cell, behind or below the chips. */
  readonly tokens: Point;
  readonly pitch: number;
}

export interface ParallelLayout {
  readonly attention: Panel;
  readonly recurrent: Panel;
  /** Whether rows are too low for a character, so that bands alone stand for the tokens. */
  readonly dense: boolean;
  /** Room in front of a row for its chip or band. */
  readonly chips: number;
  /** Corner of A, and how long the arrows from the keys to it are. */
  readonly weights: Point;
  readonly arrows: number;
  /** Top of the slider below everything. */
  readonly control: number;
}

/** Room that is needed whatever the cells are: for the heading with its step meter, for chips above and before the cells, and below. */
interface Rooms {
  readonly head: number;
  readonly above: number;
  readonly before: number;
  readonly below: number;
}

const roomsOf = (metrics: Metrics, dense: boolean): Rooms => {
  const { small, label, name, band, bandGap, chipHeight, chipWidth } = metrics;
  return {
    head: small * 3.2 + label * 1.4,
    above: bandGap + (dense ? band : chipHeight),
    before: band + bandGap + 2 + (dense ? 0 : chipWidth),
    below: name * 1.8,
  };
};

export type AttentionPlaces = Omit<ParallelLayout, 'recurrent' | 'dense' | 'control'>;

/** Where attention stands, for so many tokens. */
export type AttentionIn = (room: Box, n: number, metrics: Metrics, rooms: Rooms) => AttentionPlaces;

/** Keys on the left, arrows to the right, A behind them on the same rows. */
const attentionInRows: AttentionIn = (room, n, { label, cellMax }, rooms) => {
  const { head, above, before, below } = rooms;
  const fixed = head + above + below;
  const pitch = cellSize(
    cellMax * 0.85,
    (room.width - 2 * before - Math.min(label * 6, room.width * 0.16) - 8) / n,
    (room.height - fixed) / n,
  );
  const spare = room.width - 2 * before - n * pitch - 8;
  const arrows = Math.min(spare, label * 11);
  const y = room.y + Math.max(0, (room.height - fixed - n * pitch) / 2);
  const tokens = { x: room.x + (spare - arrows) / 2 + before, y: y + head + above };
  return {
    chips: before,
    arrows,
    weights: { x: tokens.x + arrows + before, y: tokens.y },
    attention: { x: room.x, y, width: room.width, tokens, pitch },
  };
};

export const layOut = (
  size: Size,
  metrics: Metrics,
  n: number,
  inColumns?: AttentionIn,
): ParallelLayout => {
  const turned = inColumns !== undefined;
  const height = size.height - metrics.label * 5;
  const { narrow } = metrics;
  const share = narrow ? 1 : 0.6;
  const room = { x: 0, y: 0, width: size.width * share, height: narrow ? height * 0.54 : height };
  const attentionIn = inColumns ?? attentionInRows;
  const looseRooms = roomsOf(metrics, false);
  const loose = attentionIn(room, n, metrics, looseRooms);
  const dense = loose.attention.pitch < metrics.micro * 1.5;
  const rooms = dense ? roomsOf(metrics, true) : looseRooms;
  const places = dense ? attentionIn(room, n, metrics, rooms) : loose;
  const { attention } = places;
  const rest = narrow
    ? { x: 0, y: room.height, width: size.width, height: height - room.height }
    : { x: room.width, y: attention.y, width: size.width - room.width, height };
  const top = rest.y + rooms.head;
  const length = turned ? rest.width - metrics.label * 2 : rest.height - rooms.head;
  const pitch = Math.min(metrics.cellMax * 0.85, (length - metrics.label) / n);
  // Side by side both networks stand on the same rows.
  const ofRows = narrow
    ? { tokens: { x: rest.x, y: top }, pitch }
    : { tokens: { ...attention.tokens, x: rest.x }, pitch: attention.pitch };
  const ofColumns = {
    tokens: { x: rest.x + (rest.width - n * pitch) / 2, y: top + rooms.above },
    pitch,
  };
  return {
    ...places,
    recurrent: { ...rest, ...(turned ? ofColumns : ofRows) },
    dense,
    control: height + metrics.label * 0.8,
  };
};
