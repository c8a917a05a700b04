/** Boxes of the figure, and the way a zoom takes them from one picture to the next. */
import type { Box, Point } from '../../viz/index.ts';

/** Takes points of one picture to another. */
export type Camera = (point: Point) => Point;

export const stay: Camera = (point) => point;

export const boxThrough = (camera: Camera, { x, y, width, height }: Box): Box => {
  const from = camera({ x, y });
  const to = camera({ x: x + width, y: y + height });
  return { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
};

/** Along one axis: grows evenly by the same factor in the same time, around the point that stays where it is. */
const along = (from: number, size: number, to: number, wanted: number, part: number) => {
  const whole = wanted / size;
  const scale = whole ** part;
  if (Math.abs(whole - 1) < 1e-6) return (at: number): number => at + (to - from) * part;
  const fixed = (to - from * whole) / (1 - whole);
  return (at: number): number => fixed + (at - fixed) * scale;
};

/** Looks ever closer: at part 0 everything is in its place, at part 1 the box `from` fills the box `to`. */
export const zoomInto = (from: Box, to: Box, part: number): Camera => {
  const x = along(from.x, from.width, to.x, to.width, part);
  const y = along(from.y, from.height, to.y, to.height, part);
  return (point) => ({ x: x(point.x), y: y(point.y) });
};

/** Lays a picture that was drawn for one box into another. */
export const fitInto = (from: Box, to: Box): Camera => zoomInto(from, to, 1);

const within = (value: number, from: number, length: number): number =>
  Math.min(Math.max(value, from), from + length);

/** What of a box lies in another; null where nothing does. */
export const clipped = (box: Box, by: Box): Box | null => {
  const x = within(box.x, by.x, by.width);
  const y = within(box.y, by.y, by.height);
  const width = within(box.x + box.width, by.x, by.width) - x;
  const height = within(box.y + box.height, by.y, by.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
};

export const clippedPoint = ({ x, y }: Point, by: Box): Point => ({
  x: within(x, by.x, by.width),
  y: within(y, by.y, by.height),
});

export const contains = (outer: Box, { x, y, width, height }: Box): boolean =>
  x >= outer.x &&
  y >= outer.y &&
  x + width <= outer.x + outer.width &&
  y + height <= outer.y + outer.height;

export const middleOf = ({ x, y, width, height }: Box): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});
