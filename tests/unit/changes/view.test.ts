/** The window on an enlarged picture: what is under a point stays there, and the window is always full of picture. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panned, pinched, whole, zoomed, type View } from '../../../src/changes/view.ts';
import type { Point, Size } from '../../../src/viz/index.ts';
import { holds } from '../../support/property.ts';

const size: Size = { width: 640, height: 480 };
const middle: Point = { x: 320, y: 240 };

const sizes = fc.record({
  width: fc.integer({ min: 1, max: 2000 }),
  height: fc.integer({ min: 1, max: 2000 }),
});
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const factors = fc.double({ min: 0.1, max: 10, noNaN: true });
const distances = fc.double({ min: -3000, max: 3000, noNaN: true });
const places = fc.record({ x: distances, y: distances });

/** Any view that a window of this size can show. */
const viewAt = ({ width, height }: Size, zoom: number, right: number, down: number): View => ({
  zoom: 1 + 7 * zoom,
  x: right * width * 7 * zoom,
  y: down * height * 7 * zoom,
});

/** What of the picture is under a point of the window. */
const under = ({ zoom, x, y }: View, at: Point): Point => ({
  x: (x + at.x) / zoom,
  y: (y + at.y) / zoom,
});

const expectFull = ({ zoom, x, y }: View, { width, height }: Size): void => {
  const slack = 1e-6;
  expect(zoom).toBeGreaterThanOrEqual(1);
  expect(zoom).toBeLessThanOrEqual(8);
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeGreaterThanOrEqual(0);
  expect(x).toBeLessThanOrEqual(width * (zoom - 1) + slack);
  expect(y).toBeLessThanOrEqual(height * (zoom - 1) + slack);
};

describe('zoomed', () => {
  it('leaves the middle in the middle', () => {
    expect(zoomed(whole, 2, middle, size)).toEqual({ zoom: 2, x: 320, y: 240 });
  });

  it('leaves a corner in its corner', () => {
    expect(zoomed(whole, 4, { x: 0, y: 0 }, size)).toEqual({ zoom: 4, x: 0, y: 0 });
  });

  it('goes no further than eightfold', () => {
    expect(zoomed(whole, 100, middle, size).zoom).toBe(8);
  });

  it.each([0.5, 0.001])('of the whole by %d is the whole', (factor) => {
    expect(zoomed(whole, factor, middle, size)).toEqual(whole);
  });

  it('there and back by the same steps is the whole, whatever was lost in between', () => {
    const there = [1, 2, 3].reduce((view) => zoomed(view, Math.SQRT2, middle, size), whole);
    const back = [1, 2, 3].reduce((view) => zoomed(view, Math.SQRT1_2, middle, size), there);
    expect(back).toEqual(whole);
  });

  it('gets away from the whole by any number of small steps', () => {
    const steps = Array.from({ length: 100 });
    expect(steps.reduce<View>((view) => zoomed(view, 1.002, middle, size), whole).zoom).toBeCloseTo(
      1.002 ** 100,
    );
  });

  it('keeps what is under the point there, when it zooms in', () => {
    holds(
      fc.property(sizes, shares, shares, shares, shares, shares, (box, zoom, right, down, u, v) => {
        const view = viewAt(box, zoom, right, down);
        const at = { x: u * box.width, y: v * box.height };
        const larger = zoomed(view, 1.7, at, box);
        const [before, after] = [under(view, at), under(larger, at)];
        expect(after.x).toBeCloseTo(before.x, 6);
        expect(after.y).toBeCloseTo(before.y, 6);
      }),
      300,
    );
  });

  it('is full of picture, wherever the point is', () => {
    holds(
      fc.property(sizes, shares, shares, shares, factors, places, (box, zoom, x, y, factor, at) => {
        expectFull(zoomed(viewAt(box, zoom, x, y), factor, at, box), box);
      }),
      300,
    );
  });
});

describe('panned', () => {
  const view: View = { zoom: 3, x: 500, y: 400 };

  it('takes the picture along', () => {
    expect(panned(view, { x: 30, y: -20 }, size)).toEqual({ zoom: 3, x: 470, y: 420 });
  });

  it.each([
    [
      { x: 1e6, y: 1e6 },
      { x: 0, y: 0 },
    ],
    [
      { x: -1e6, y: -1e6 },
      { x: 1280, y: 960 },
    ],
  ])('by %j stops at the edge', (by, edge) => {
    expect(panned(view, by, size)).toEqual({ zoom: 3, ...edge });
  });

  it('leaves the whole where it is', () => {
    expect(panned(whole, { x: 50, y: 50 }, size)).toEqual(whole);
  });

  it('is full of picture', () => {
    holds(
      fc.property(sizes, shares, shares, shares, places, (box, zoom, right, down, by) => {
        expectFull(panned(viewAt(box, zoom, right, down), by, box), box);
      }),
    );
  });
});

describe('pinched', () => {
  const apart: readonly [Point, Point] = [
    { x: 220, y: 240 },
    { x: 420, y: 240 },
  ];

  it('zooms by how far the fingers spread', () => {
    const wide: readonly [Point, Point] = [
      { x: 120, y: 240 },
      { x: 520, y: 240 },
    ];
    expect(pinched(whole, apart, wide, size)).toEqual({ zoom: 2, x: 320, y: 240 });
  });

  it('pans by how far both go', () => {
    const moved: readonly [Point, Point] = [
      { x: 230, y: 200 },
      { x: 430, y: 200 },
    ];
    expect(pinched({ zoom: 2, x: 300, y: 200 }, apart, moved, size)).toEqual({
      zoom: 2,
      x: 290,
      y: 240,
    });
  });

  it('bears fingers on one point', () => {
    const point: readonly [Point, Point] = [middle, middle];
    expectFull(pinched(whole, point, apart, size), size);
    expectFull(pinched(whole, apart, point, size), size);
  });

  it('keeps under each finger what was under it, away from the edges', () => {
    holds(
      fc.property(places, (move) => {
        const by = { x: move.x / 100, y: move.y / 100 };
        const view: View = { zoom: 3, x: 600, y: 500 };
        const to: readonly [Point, Point] = [apart[0], { x: 420 + by.x, y: 240 }];
        const after = pinched(view, apart, to, size);
        for (const finger of [0, 1] as const) {
          expect(under(after, to[finger]).x).toBeCloseTo(under(view, apart[finger]).x, 6);
          expect(under(after, to[finger]).y).toBeCloseTo(under(view, apart[finger]).y, 6);
        }
      }),
    );
  });
});
