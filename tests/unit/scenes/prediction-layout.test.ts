/** Geometry of the prediction's pictures: everything within its box, in order, large enough, on common columns. */
import { describe, expect, it } from 'vitest';
import { chainLayout } from '../../../src/scenes/prediction/chain-layout.ts';
import {
  barScale,
  boxAt,
  feedForwardLayout,
} from '../../../src/scenes/prediction/feed-forward-layout.ts';
import { normLayout, type Range } from '../../../src/scenes/prediction/norm-layout.ts';
import {
  columnOf,
  movedApart,
  outputLayout,
} from '../../../src/scenes/prediction/output-layout.ts';
import { metricsFor, type FrameKind, type Metrics, type Box } from '../../../src/viz/index.ts';

interface Frame {
  readonly name: string;
  readonly box: Box;
  readonly metrics: Metrics;
}

const frame = (name: string, kind: FrameKind, width: number, height: number): Frame => ({
  name,
  box: { x: 0, y: 40, width, height: height - 40 },
  metrics: metricsFor(kind, { width, height }, { width: 1920, height: 1080 }),
});

const frames: readonly Frame[] = [
  frame('the reader at 1440', 'reader', 796, 572),
  frame('the reader at 1366', 'reader', 722, 440),
  frame('the reader at 1280', 'reader', 636, 392),
  frame('a tablet', 'reader', 744, 376),
  frame('a phone', 'reader', 374, 640),
  frame('a small phone', 'reader', 304, 640),
  frame('an embed', 'embed', 428, 412),
  frame('a small embed', 'embed', 324, 640),
  frame('a projector', 'present', 1090, 828),
];

const right = ({ x, width }: Box): number => x + width;
const bottom = ({ y, height }: Box): number => y + height;

/** How far boxes reach out of the box they are given. */
const overhang = (within: Box, boxes: readonly Box[]): number =>
  Math.max(
    ...boxes.flatMap((box) => [
      within.x - box.x,
      within.y - box.y,
      right(box) - right(within),
      bottom(box) - bottom(within),
    ]),
  );

describe.each(frames)('the chain in $name', ({ box, metrics }) => {
  const { stations, middles, cell } = chainLayout(box, metrics, 9);

  it('keeps its strips and its buttons within the box', () => {
    expect(overhang(box, stations)).toBeLessThanOrEqual(0.5);
    expect(Math.max(...middles) + cell / 2).toBeLessThanOrEqual(bottom(box));
  });

  it('has buttons that a finger hits', () => {
    const least = metrics.narrow ? 44 : 24;
    const small = stations.filter(({ width, height }) => width < least || height < least);
    expect([stations.length, small]).toEqual([3, []]);
  });

  it('lets no button cover another', () => {
    const covered = stations.slice(1).filter((station, index) => {
      const above = stations[index];
      return above && station.y < bottom(above);
    });
    expect(covered).toEqual([]);
  });

  it('lets no heading cover a strip', () => {
    const headings = stations.filter(({ form }) => form === 'heading');
    const covered = headings.filter((heading) =>
      middles.some(
        (middle) => middle + cell / 2 > heading.y && middle - cell / 2 < bottom(heading),
      ),
    );
    expect(covered).toEqual([]);
  });
});

describe.each(frames)('Add & Norm in $name', ({ box, metrics }) => {
  const ranges: readonly [Range, Range] = [
    [-1.9, 1],
    [-1.8, 1.4],
  ];
  const layout = normLayout(box, metrics, { cols: 9, ranges, notes: ['plus bias'] });
  const [raw, normed] = layout.panels;

  it('has its strips and panels below one another, within the box', () => {
    const [first = 0, second = 0, sum = 0, gain = 0, bias = 0, made = 0] = layout.strips;
    const order = [first, second, sum, raw.top, normed.top, gain, bias, made];
    expect(order.toSorted((a, b) => a - b)).toEqual(order);
    expect(first).toBeGreaterThanOrEqual(box.y);
    expect(made + layout.cell).toBeLessThanOrEqual(bottom(box) + 0.5);
    expect(layout.left + 9 * layout.cell).toBeLessThanOrEqual(right(box));
  });

  it('measures both panels alike, so that a stretch is seen as one', () => {
    expect(raw.unit).toBe(normed.unit);
    expect(raw.unit).toBeGreaterThan(0);
  });

  it.each([
    ['before', raw, ranges[0]],
    ['after', normed, ranges[1]],
  ] as const)('has room for every bar %s', (_, { zero, unit, top, height }, [least, most]) => {
    expect(zero - most * unit).toBeGreaterThanOrEqual(top - 1e-9);
    expect(zero - least * unit).toBeLessThanOrEqual(top + height + 1e-9);
  });

  it('keeps room for the words beside a row that hardly spreads', () => {
    const flat = normLayout(box, metrics, { cols: 9, ranges: [[-0.1, 0.1], ranges[1]], notes: [] });
    expect(flat.panels[0].height).toBeGreaterThanOrEqual(metrics.label * 2.6 - 1e-9);
  });
});

/** Down where the frame is narrow, and everywhere where tokens are columns. */
const flows = frames.flatMap((one) => [
  { ...one, down: one.metrics.narrow },
  { ...one, name: `${one.name}, columns`, down: true },
]);

describe.each(flows)('the feed-forward layer in $name', ({ box, metrics, down }) => {
  const layout = feedForwardLayout(box, metrics, { dModel: 9, units: 18 }, down);
  const { cell } = layout;
  const boxes = {
    y: boxAt(layout, layout.y, 9 * cell, cell),
    w1: boxAt(layout, layout.w1, 9 * cell, 18 * cell),
    b1: boxAt(layout, layout.b1, cell, 18 * cell),
    hidden: boxAt(layout, layout.hidden, cell, 18 * cell),
    bars: boxAt(layout, layout.bars, layout.bars.length, 18 * cell),
    activated: boxAt(layout, layout.activated, cell, 18 * cell),
    w2: boxAt(layout, layout.w2, 9 * cell, 18 * cell),
    b2: boxAt(layout, layout.b2, 9 * cell, cell),
    feedForward: boxAt(layout, layout.feedForward, 9 * cell, cell),
  };

  it('stays within the box', () => {
    expect(overhang(box, Object.values(boxes))).toBeLessThanOrEqual(0.5);
  });

  it('covers nothing with anything', () => {
    const list = Object.entries(boxes);
    const covered = list.flatMap(([a, one], index) =>
      list.slice(index + 1).flatMap(([b, other]) => {
        const across = Math.min(right(one), right(other)) - Math.max(one.x, other.x);
        const high = Math.min(bottom(one), bottom(other)) - Math.max(one.y, other.y);
        return across > 0 && high > 0 ? [`${a} × ${b}`] : [];
      }),
    );
    expect(covered).toEqual([]);
  });

  it('has every unit on one line of both matrices, the strips and the bars', () => {
    const { w1, b1, hidden, bars, activated, w2 } = layout;
    expect(new Set([w1, b1, hidden, bars, activated, w2].map(({ v }) => v)).size).toBe(1);
  });

  it('has the row on the columns of what it is multiplied with', () => {
    expect([layout.y.u, layout.b2.u, layout.feedForward.u]).toEqual([
      layout.w1.u,
      layout.w2.u,
      layout.w2.u,
    ]);
  });
});

describe('the bars of the hidden units', () => {
  it.each([
    ['of both signs', [-0.8, 1.38, 0.2]],
    ['all positive', [0.1, 2]],
    ['all negative', [-3, -0.2]],
    ['all 0', [0, 0]],
  ])('fit their length, %s', (_, values) => {
    const { zero, unit } = barScale(100, values, { label: 12 });
    const ends = values.map((value) => zero + value * unit);
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(-1e-9);
    expect(Math.max(...ends)).toBeLessThanOrEqual(100 + 1e-9);
  });

  it('leave room for numbers on both sides', () => {
    const { zero } = barScale(100, [5, 1], { label: 12 });
    expect(zero).toBeGreaterThanOrEqual(35);
  });
});

describe.each(frames)('the output layer in $name', ({ box, metrics }) => {
  const layout = outputLayout({ ...box, height: metrics.narrow ? 690 : box.height }, metrics, {
    dModel: 9,
    vocabulary: 112,
  });
  const { pitch, lines, table } = layout;

  it('has a column of at least 3 pixels for every token, none twice', () => {
    const seats = Array.from({ length: 112 }, (_, token) => {
      const { line, x } = columnOf(layout, token);
      return `${line.from} ${x}`;
    });
    expect([pitch >= 3, new Set(seats).size]).toEqual([true, 112]);
  });

  it('has its columns within the box, and its lines above one another', () => {
    const ends = Array.from({ length: 112 }, (_, token) => columnOf(layout, token).x + pitch);
    expect(Math.max(...ends)).toBeLessThanOrEqual(right(box) + 0.5);
    const heights = lines.flatMap(({ u, bias, logits, shares }) => [u, bias, logits, shares]);
    expect(heights.toSorted((a, b) => a - b)).toEqual(heights);
    expect((heights.at(-1) ?? 0) + layout.sharesHeight).toBeLessThanOrEqual(table.y);
  });

  it('leaves bars of a height that can be read', () => {
    expect(layout.logitsHeight).toBeGreaterThan(metrics.label * 3);
    expect(layout.sharesHeight).toBeGreaterThan(metrics.label * 2);
  });
});

describe('labels that are moved apart', () => {
  const wanted = [40, 12, 43, 41, 96];
  const placed = movedApart(wanted, 10, [0, 100]);
  const inOrder = placed.toSorted((a, b) => a - b);

  it('cover none of their neighbours', () => {
    const gaps = inOrder.slice(1).map((at, index) => at - (inOrder[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10 - 1e-9);
  });

  it('stay between the ends and in their order', () => {
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(5);
    expect(Math.max(...placed)).toBeLessThanOrEqual(95);
    const ranks = (list: readonly number[]): number[] =>
      list.map((at) => list.filter((other) => other < at).length);
    expect(ranks(placed)).toEqual(ranks(wanted));
  });

  it('stay where they are where there is room', () => {
    expect(movedApart([20, 60], 10, [0, 100])).toEqual([20, 60]);
  });
});
