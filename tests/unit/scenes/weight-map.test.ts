/** The large map of weights: what is computed, how it is pooled and shaded, and which part of it a view shows. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { attendHead } from '../../../src/attention/index.ts';
import { drawHead, repliesTo, type WeightsReply } from '../../../src/scenes/scale-up/jobs.ts';
import { emptyPyramid, levelFor, putRows } from '../../../src/scenes/scale-up/pyramid.ts';
import { paintView, pixelTable, shadeOf, weightFill } from '../../../src/scenes/scale-up/shades.ts';
import {
  cellUnder,
  dragged,
  isWhole,
  middleOf,
  revealing,
  seen,
  stride,
  wholeView,
  within,
  zoomed,
  type Bounds,
} from '../../../src/scenes/scale-up/view.ts';
import { palettes } from '../../../src/viz/index.ts';

const weightsOf = (n: number, dK: number): WeightsReply[] =>
  [...repliesTo({ job: 'weights', n, dK }, () => 0)].filter((reply) => reply.job === 'weights');

const computed = (n: number, dK: number): Float32Array => {
  const pyramid = emptyPyramid(n);
  for (const { from, rows } of weightsOf(n, dK)) putRows(pyramid, from, rows);
  return pyramid.levels[0].data;
};

describe('the weights', () => {
  test.each([
    [1, 1],
    [5, 3],
    [32, 8],
    [33, 8],
    [100, 16],
  ])('%i tokens, width %i: the same as one head computed at once', (n, dK) => {
    const { q, k } = drawHead(n, dK);
    const { weights } = attendHead(q, k, k, { causal: true });
    expect(computed(n, dK)).toEqual(Float32Array.from(weights.data));
  });

  it('of 300 tokens: rows sum to 1, nothing from the future, everything else above 0', () => {
    const n = 300;
    const weights = computed(n, 128);
    for (let row = 0; row < n; row++) {
      const own = weights.subarray(row * n, (row + 1) * n);
      expect(own.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
      expect(own.subarray(row + 1).every((weight) => weight === 0)).toBe(true);
      expect(own.subarray(0, row + 1).every((weight) => weight > 0)).toBe(true);
    }
  });

  it('come in blocks that follow each other and cover every row', () => {
    const n = 70;
    const blocks = weightsOf(n, 4).map(({ from, rows }) => [from, rows.length / n]);
    expect(blocks).toEqual([
      [0, 32],
      [32, 32],
      [64, 6],
    ]);
  });

  it('are the same every time', () => {
    expect(computed(40, 8)).toEqual(computed(40, 8));
  });
});

describe('pooling', () => {
  const n = 1024;
  const pyramid = emptyPyramid(n);
  const value = (row: number, col: number): number =>
    Math.fround(((row * 31 + col * 17) % 97) / 97);
  for (let from = 0; from < n; from += 32) {
    const rows = Float32Array.from({ length: 32 * n }, (_, i) =>
      value(from + Math.floor(i / n), i % n),
    );
    putRows(pyramid, from, rows);
  }

  it('has levels down to 256 cells, and none where there are fewer', () => {
    expect(pyramid.levels.map(({ side }) => side)).toEqual([1024, 512, 256]);
    expect(emptyPyramid(2048).levels.map(({ side }) => side)).toEqual([2048, 1024, 512, 256]);
    expect(emptyPyramid(300).levels.map(({ side }) => side)).toEqual([300]);
  });

  test.each([1, 2])('level %i holds means of the cells below it', (index) => {
    const level = pyramid.levels[index]!;
    const scale = 2 ** index;
    for (const [row, col] of [
      [0, 0],
      [3, 100],
      [level.side - 1, level.side - 1],
    ] as const) {
      let sum = 0;
      for (let r = 0; r < scale; r++)
        for (let c = 0; c < scale; c++) sum += value(row * scale + r, col * scale + c);
      expect(level.data[row * level.side + col]).toBeCloseTo(sum / scale ** 2, 6);
    }
  });

  test.each([
    [1, 0],
    [0.99, 1],
    [0.5, 1],
    [0.49, 2],
    [0.25, 2],
    [0.01, 2],
  ])('cells of %d pixels are drawn from level %i', (cell, level) => {
    expect(levelFor(cell, pyramid)).toBe(level);
  });
});

describe('shades', () => {
  test.each([
    [0, 0],
    [1e-7, 0],
    [1e-5, 0],
    [1e-4, 0.2],
    [1e-3, 0.4],
    [0.1, 0.8],
    [1, 1],
    [Number.NaN, 0],
  ])('a weight of %d is %d', (weight, shade) => expect(shadeOf(weight)).toBeCloseTo(shade, 9));

  it('are the paper’s colour at 0 in every theme', () => {
    for (const palette of Object.values(palettes)) {
      expect(weightFill(palette, 0).toLowerCase()).toBe(palette.paper.toLowerCase());
    }
  });

  it('looks up nearly the colour that a weight is given elsewhere', () => {
    const table = pixelTable(palettes.light);
    const bits = new Uint32Array(1);
    const single = new Float32Array(bits.buffer);
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1, noNaN: true }), (weight) => {
        single[0] = weight;
        const [r = 0, g = 0, b = 0, a] = new Uint8Array(
          Uint32Array.of(table[bits[0]! >>> 16]!).buffer,
        );
        const wanted = Number.parseInt(weightFill(palettes.light, weight).slice(1), 16);
        expect(Math.abs(r - (wanted >> 16))).toBeLessThanOrEqual(2);
        expect(Math.abs(g - ((wanted >> 8) & 255))).toBeLessThanOrEqual(2);
        expect(Math.abs(b - (wanted & 255))).toBeLessThanOrEqual(2);
        expect(a).toBe(255);
      }),
    );
  });

  it('paints every cell of a view in its place', () => {
    const level = { side: 4, data: Float32Array.from({ length: 16 }, (_, i) => 10 ** (-i / 4)) };
    const table = pixelTable(palettes.light);
    const bits = new Uint32Array(level.data.buffer);
    const pixels = new Uint32Array(36);
    // Six pixels show two cells, from row 1 and column 2 on.
    paintView(pixels, 6, { level, scale: 1, view: { cell: 3, x: 2, y: 1 }, table });
    for (let y = 0; y < 6; y++)
      for (let x = 0; x < 6; x++) {
        const cell = (1 + Math.floor(y / 3)) * 4 + 2 + Math.floor(x / 3);
        expect(pixels[y * 6 + x]).toBe(table[bits[cell]! >>> 16]);
      }
  });
});

describe('the view', () => {
  const bounds: Bounds = { n: 2048, side: 512, most: 50 };
  const whole = wholeView(bounds);
  const points = fc.record({
    x: fc.double({ min: 0, max: 512, noNaN: true }),
    y: fc.double({ min: 0, max: 512, noNaN: true }),
  });
  const views = fc
    .record({
      cell: fc.double({ min: 0, max: 100, noNaN: true }),
      x: fc.double({ min: -100, max: 3000, noNaN: true }),
      y: fc.double({ min: -100, max: 3000, noNaN: true }),
    })
    .map((view) => within(view, bounds));

  it('begins with everything', () => {
    expect(isWhole(whole, bounds)).toBe(true);
    expect([seen(whole.x, whole, bounds), seen(whole.y, whole, bounds)]).toEqual([
      [0, 2047],
      [0, 2047],
    ]);
  });

  it('never shows what lies beside the map, nor cells larger than the largest', () => {
    fc.assert(
      fc.property(
        views,
        points,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (view, at, factor) => {
          for (const next of [
            zoomed(view, factor, at, bounds),
            dragged(view, at.x, -at.y, bounds),
          ]) {
            expect(next.cell).toBeGreaterThanOrEqual(whole.cell);
            expect(next.cell).toBeLessThanOrEqual(50);
            for (const start of [next.x, next.y]) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(start + 512 / next.cell).toBeLessThanOrEqual(2048 + 1e-6);
            }
          }
        },
      ),
    );
  });

  it('keeps what is under the pointer there while zooming in', () => {
    fc.assert(
      fc.property(views, points, (view, at) => {
        const next = zoomed(view, 1.5, at, bounds);
        expect(next.x + at.x / next.cell).toBeCloseTo(view.x + at.x / view.cell, 6);
        expect(next.y + at.y / next.cell).toBeCloseTo(view.y + at.y / view.cell, 6);
      }),
    );
  });

  it('finds the cell in whose middle a point lies', () => {
    fc.assert(
      fc.property(views, points, (view, at) => {
        const cell = cellUnder(view, at, bounds);
        expect(cellUnder(view, middleOf(view, cell), bounds)).toEqual(cell);
      }),
    );
  });

  it('moves to a cell that is out of view, and not to one in view', () => {
    const near = within({ cell: 32, x: 100, y: 100 }, bounds);
    expect(revealing(near, { row: 105, col: 115 }, bounds)).toEqual(near);
    expect(revealing(near, { row: 116, col: 99 }, bounds)).toEqual({ cell: 32, x: 99, y: 101 });
  });

  it('goes on by single cells only where they can be told apart', () => {
    expect([stride(whole), stride({ ...whole, cell: 2 }), stride({ ...whole, cell: 40 })]).toEqual([
      32, 4, 1,
    ]);
  });
});
