/** Pointers, wheel and keys on the map. Plain scrolling is left to the page; only zooming in takes drags over. */
import { useEffect, useRef, type RefObject } from 'react';
import type { Point } from '../../viz/index.ts';
import {
  cellUnder,
  dragged,
  isWhole,
  middleOf,
  revealing,
  stride,
  wholeView,
  zoomed,
  type Bounds,
  type MapCell,
  type View,
} from './view.ts';

export interface MapControl {
  readonly bounds: Bounds;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly cell: MapCell | null;
  readonly onCell: (cell: MapCell | null) => void;
}

const keyFactor = 2;
/** How much a notch of the wheel, about 100 pixels, zooms: by a fifth. */
const wheelRate = 0.0018;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const zoomKeys: Readonly<Record<string, number>> = {
  '+': keyFactor,
  '=': keyFactor,
  '-': 1 / keyFactor,
};

/** Zooms round the chosen cell where it is in view, else round the middle. */
export const zoomedBy = ({ view, bounds, cell }: MapControl, factor: number): View => {
  const { side } = bounds;
  const at = cell ? middleOf(view, cell) : null;
  const isIn = at && Math.min(at.x, at.y) >= 0 && Math.max(at.x, at.y) <= side;
  return zoomed(view, factor, isIn ? at : { x: side / 2, y: side / 2 }, bounds);
};

/** What a key does; false where the map has no use for it. */
const pressed = (control: MapControl, key: string): boolean => {
  const { bounds, view, onView, cell, onCell } = control;
  const [down, right] = arrows[key] ?? [0, 0];
  const factor = zoomKeys[key];
  if (factor !== undefined) onView(zoomedBy(control, factor));
  else if (key === '0') onView(wholeView(bounds));
  else if (key === 'Escape' && cell) onCell(null);
  else if (down !== 0 || right !== 0) {
    const from = cell ?? cellUnder(view, { x: bounds.side / 2, y: bounds.side / 2 }, bounds);
    const moved = (index: number, by: number): number =>
      Math.min(bounds.n - 1, Math.max(0, index + by * stride(view)));
    const next = { row: moved(from.row, down), col: moved(from.col, right) };
    onCell(next);
    onView(revealing(view, next, bounds));
  } else return false;
  return true;
};

/** Zooms by the wheel with Ctrl, which is also what a pinch on a touchpad sends. React's own listener could not keep the page from zooming. */
const useWheel = (surface: RefObject<HTMLElement | null>, control: MapControl): void => {
  const latest = useRef(control);
  useEffect(() => {
    latest.current = control;
  });
  useEffect(() => {
    const element = surface.current;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || !element) return;
      event.preventDefault();
      const { view, bounds, onView } = latest.current;
      const box = element.getBoundingClientRect();
      const point = { x: event.clientX - box.left, y: event.clientY - box.top };
      onView(zoomed(view, Math.exp(-event.deltaY * wheelRate), point, bounds));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [surface]);
};

const pointOf = (event: React.PointerEvent): Point => {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
};

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = (a: Point, b: Point): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));

/** The view after one of two fingers moved: zoomed by how they spread, dragged by how their middle moved. */
const pinched = (
  { view, bounds }: MapControl,
  [from, to]: readonly [Point, Point],
  other: Point,
): View => {
  const [before, after] = [middle(from, other), middle(to, other)];
  const factor = distance(to, other) / distance(from, other);
  const larger = zoomed(view, factor, before, bounds);
  return dragged(larger, after.x - before.x, after.y - before.y, bounds);
};

export const useMapEvents = (
  surface: RefObject<HTMLElement | null>,
  control: MapControl,
): React.DOMAttributes<HTMLElement> => {
  const { view, onView, onCell, bounds } = control;
  const down = useRef(new Map<number, Point>());
  useWheel(surface, control);
  const lift = (event: React.PointerEvent): void => void down.current.delete(event.pointerId);
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      down.current.set(event.pointerId, pointOf(event));
      onCell(cellUnder(view, pointOf(event), bounds));
    },
    onPointerMove: (event) => {
      const to = pointOf(event);
      const from = down.current.get(event.pointerId);
      const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
      if (from) down.current.set(event.pointerId, to);
      if (from && other) onView(pinched(control, [from, to], other));
      else if (from && !isWhole(view, bounds)) {
        onView(dragged(view, to.x - from.x, to.y - from.y, bounds));
      } else onCell(cellUnder(view, to, bounds));
    },
    onPointerUp: lift,
    onPointerCancel: lift,
  };
};

/** The keys of the map's button, which also zooms in when it is pressed by a key. */
export const mapKeys = (control: MapControl): React.DOMAttributes<HTMLElement> => ({
  onKeyDown: (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey && event.key.startsWith('Arrow')) return;
    if (!pressed(control, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  onClick: (event) => {
    // A click of a pointer has chosen a cell already.
    if (event.detail === 0) control.onView(zoomedBy(control, keyFactor));
  },
});
