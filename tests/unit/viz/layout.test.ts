/** Geometry for spaces of any size: nothing overlaps, everything stays inside, operands line up with their product. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  falkLayout,
  leastCell,
  lineLayout,
  metricsFor,
  type Block,
  type FalkShape,
  type FrameKind,
  type Metrics,
  type Point,
  type Size,
} from '../../../src/viz/index.ts';
import { holds } from '../../support/property.ts';

interface Box extends Point, Size {}

const kinds: readonly FrameKind[] = ['reader', 'present', 'embed'];

const sizes: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 200, max: 1920 }),
  height: fc.integer({ min: 150, max: 1080 }),
});

const metrics: fc.Arbitrary<Metrics> = fc
  .tuple(fc.constantFrom(...kinds), sizes)
  .map(([kind, size]) => metricsFor(kind, size, size));

const counts = fc.integer({ min: 1, max: 12 });
const rooms = fc.integer({ min: 0, max: 80 });

const falkShapes: fc.Arbitrary<FalkShape> = fc.record({
  m: counts,
  k: counts,
  n: counts,
  rowChips: fc.boolean(),
  colChips: fc.boolean(),
  gapY: fc.integer({ min: 10, max: 80 }),
  after: rooms,
});

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1e-6 &&
  b.x < a.x + a.width - 1e-6 &&
  a.y < b.y + b.height - 1e-6 &&
  b.y < a.y + a.height - 1e-6;

const inside = (box: Box, space: Size): boolean =>
  box.x >= -1e-6 &&
  box.y >= -1e-6 &&
  box.x + box.width <= space.width + 1e-6 &&
  box.y + box.height <= space.height + 1e-6;

const anyOverlap = (boxes: readonly Box[]): boolean =>
  boxes.some((box, i) => boxes.slice(i + 1).some((other) => overlap(box, other)));

/** Runs a check on layouts of random spaces whose cells have room. */
const onFalkLayouts = (
  check: (
    layout: ReturnType<typeof falkLayout>,
    given: {
      space: Size;
      shape: FalkShape;
      metrics: Metrics;
      boxes: { left: Box; right: Box; product: Box };
    },
  ) => void,
): void => {
  holds(
    fc.property(sizes, falkShapes, metrics, (space, shape, m) => {
      const layout = falkLayout(space, shape, m);
      if (layout.cell <= leastCell) return;
      const box = (point: Point, rows: number, cols: number): Box => ({
        ...point,
        width: cols * layout.cell,
        height: rows * layout.cell,
      });
      check(layout, {
        space,
        shape,
        metrics: m,
        boxes: {
          left: box(layout.left, shape.m, shape.k),
          right: box(layout.right, shape.k, shape.n),
          product: box(layout.product, shape.m, shape.n),
        },
      });
    }),
    1000,
  );
};

describe('falkLayout', () => {
  it('lets no matrix overlap another', () => {
    onFalkLayouts((_, { boxes }) => {
      expect(anyOverlap(Object.values(boxes))).toBe(false);
    });
  });

  it('keeps every matrix inside the space', () => {
    onFalkLayouts((_, { boxes, space }) => {
      expect(Object.values(boxes).filter((box) => !inside(box, space))).toEqual([]);
    });
  });

  it('says a size that fits the space', () => {
    onFalkLayouts(({ size }, { space }) => {
      expect(inside({ x: 0, y: 0, ...size }, space)).toBe(true);
    });
  });

  it('has cells of whole pixels, no larger than the frame allows', () => {
    onFalkLayouts(({ cell }, given) => {
      expect(Number.isInteger(cell) && cell <= given.metrics.cellMax).toBe(true);
    });
  });

  it('aligns the product with the rows of its left operand', () => {
    onFalkLayouts(({ left, product }) => {
      expect(product.y).toBe(left.y);
    });
  });

  it('aligns the product with the columns of its right operand, in the cross', () => {
    onFalkLayouts(({ right, product, arrangement }) => {
      if (arrangement === 'cross') expect(product.x).toBe(right.x);
    });
  });

  it('puts the right operand above the product and the left one before it, in the cross', () => {
    onFalkLayouts(({ arrangement }, { boxes, shape }) => {
      if (arrangement !== 'cross') return;
      const { left, right, product } = boxes;
      expect(product.y - (right.y + right.height)).toBeCloseTo(shape.gapY ?? 0, 6);
      expect(left.x + left.width).toBeLessThan(product.x);
    });
  });

  it('reads left, right, product from left to right, in a row', () => {
    onFalkLayouts(({ arrangement }, { boxes: { left, right, product } }) => {
      if (arrangement !== 'row') return;
      expect([left.x + left.width < right.x, right.x + right.width < product.x]).toEqual([
        true,
        true,
      ]);
    });
  });

  it('leaves room for the chips of the rows', () => {
    onFalkLayouts(({ left }, { shape, metrics: { chipWidth, band, bandGap } }) => {
      if (shape.rowChips) expect(left.x).toBeGreaterThanOrEqual(chipWidth + band + bandGap);
    });
  });

  it('leaves room for the chips of the columns', () => {
    onFalkLayouts(({ right }, { shape, metrics: { chipHeight, bandGap } }) => {
      if (shape.colChips) expect(right.y).toBeGreaterThanOrEqual(chipHeight + bandGap - 1e-6);
    });
  });

  it('leaves the room to the right that was asked for', () => {
    onFalkLayouts((_, { boxes: { product }, shape, space }) => {
      const free = space.width - product.x - product.width;
      expect(free).toBeGreaterThanOrEqual((shape.after ?? 0) - 1e-6);
    });
  });

  it('keeps the cross where its numerals fit', () => {
    const space = { width: 800, height: 600 };
    const shape = { m: 5, k: 3, n: 5, rowChips: true, colChips: true };
    expect(falkLayout(space, shape, metricsFor('reader', space, space)).arrangement).toBe('cross');
  });

  it('goes into a row where the space is too flat for the cross', () => {
    const space = { width: 1400, height: 330 };
    const shape = { m: 5, k: 9, n: 3, rowChips: true, colChips: false };
    expect(falkLayout(space, shape, metricsFor('reader', space, space)).arrangement).toBe('row');
  });
});

describe('lineLayout', () => {
  const blocks: fc.Arbitrary<Block[]> = fc.array(
    fc.record({
      rows: counts,
      cols: counts,
      before: rooms,
      after: rooms,
      factor: fc.constantFrom(1, 0.5),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const room = fc.record({ above: rooms, below: rooms, gap: rooms });

  const onLines = (
    check: (
      layout: ReturnType<typeof lineLayout>,
      boxes: readonly Box[],
      given: {
        space: Size;
        blocks: readonly Block[];
        room: { above: number; below: number };
      },
    ) => void,
  ): void => {
    holds(
      fc.property(sizes, blocks, room, fc.integer({ min: 5, max: 92 }), (space, list, r, most) => {
        const layout = lineLayout(space, list, r, most);
        // At the least size the scene scrolls instead of fitting.
        if (layout.cell <= leastCell) return;
        const boxes = list.map(({ rows, cols, factor = 1 }, index) => ({
          ...layout.seats[index]!,
          width: cols * factor * layout.cell,
          height: rows * factor * layout.cell,
        }));
        check(layout, boxes, { space, blocks: list, room: r });
      }),
      1000,
    );
  };

  it('lets no block overlap another', () => {
    onLines((_, boxes) => {
      expect(anyOverlap(boxes)).toBe(false);
    });
  });

  it('keeps every block inside the space', () => {
    onLines((_, boxes, { space }) => {
      expect(boxes.filter((box) => !inside(box, space))).toEqual([]);
    });
  });

  it('leaves the room above and below', () => {
    onLines((_, boxes, { space, room: { above, below } }) => {
      const top = Math.min(...boxes.map(({ y }) => y));
      const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
      expect([top >= above - 1e-6, bottom <= space.height - below + 1e-6]).toEqual([true, true]);
    });
  });

  it('centres the blocks on one line', () => {
    onLines((_, boxes) => {
      const [first = 0, ...rest] = boxes.map(({ y, height }) => y + height / 2);
      for (const middle of rest) expect(middle).toBeCloseTo(first, 6);
    });
  });

  it('leaves each block the room before it', () => {
    onLines((_, boxes, given) => {
      boxes.forEach((box, index) => {
        const before = boxes[index - 1];
        const end = before ? before.x + before.width : 0;
        expect(box.x - end).toBeGreaterThanOrEqual((given.blocks[index]?.before ?? 0) - 1e-6);
      });
    });
  });
});
