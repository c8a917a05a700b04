/** Where the window stands on an enlarged picture: pure geometry, in CSS pixels. */
import type { Point, Size } from '../viz/index.ts';

/** How many times larger the picture is shown than it is, and how much of that lies to the left of the window and above it. */
export interface View extends Point {
  readonly zoom: number;
}

export const whole: View = { zoom: 1, x: 0, y: 0 };
const mostZoom = 8;

/** Closer to the whole than this, nobody could tell it from it. */
const nearlyWhole = 1.01;

export const between = (least: number, value: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** The nearest view whose window is full of the picture. */
const kept = ({ zoom, x, y }: View, { width, height }: Size): View => ({
  zoom,
  x: between(0, x, width * (zoom - 1)),
  y: between(0, y, height * (zoom - 1)),
});

/** Larger by a factor, the point of the picture under `at` of the window staying there as far as the picture's edges allow. */
export const zoomed = (view: View, factor: number, at: Point, size: Size): View => {
  const wanted = between(1, view.zoom * factor, mostZoom);
  const zoom = factor < 1 && wanted < nearlyWhole ? 1 : wanted;
  const by = zoom / view.zoom;
  return kept({ zoom, x: (view.x + at.x) * by - at.x, y: (view.y + at.y) * by - at.y }, size);
};

/** The picture moved by so much. */
export const panned = (view: View, by: Point, size: Size): View =>
  kept({ ...view, x: view.x - by.x, y: view.y - by.y }, size);

export type Fingers = readonly [Point, Point];

const middle = ([a, b]: Fingers): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = ([a, b]: Fingers): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/** What two fingers hold of the picture goes where they go. */
export const pinched = (view: View, from: Fingers, to: Fingers, size: Size): View => {
  const [before, after] = [middle(from), middle(to)];
  const larger = zoomed(view, distance(to) / distance(from), before, size);
  return panned(larger, { x: after.x - before.x, y: after.y - before.y }, size);
};
