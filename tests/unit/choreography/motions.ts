/** Motions to test with: every kind, at every shape up to 32×32. */
import fc from 'fast-check';
import {
  askMotion,
  chainMotion,
  cutMotion,
  gatherMotion,
  feedForwardMotion,
  logitsMotion,
  maskMotion,
  normMotion,
  productMotion,
  stepsMotion,
  sumMotion,
  sweepMotion,
  type Moment,
  type Motion,
  type ProductShape,
} from '../../../src/choreography/index.ts';

export interface Case extends ProductShape {
  readonly motion: Motion;
}

const most = 32;
const places = fc.nat({ max: 10_000 });

/** A matrix, how many terms a cell has, and which cell comes first. */
const shapes: fc.Arbitrary<ProductShape> = fc
  .record({
    rows: fc.integer({ min: 1, max: most }),
    cols: fc.integer({ min: 1, max: most }),
    terms: fc.integer({ min: 1, max: 2 * most }),
    row: places,
    col: places,
  })
  .map(({ row, col, ...shape }) => ({
    ...shape,
    first: { row: row % shape.rows, col: col % shape.cols },
  }));

export interface Kind {
  readonly kind: string;
  readonly make: (shape: ProductShape) => Motion;
  /** Whether a cell is made by the motion; what is not stands there from the beginning. */
  readonly makes: (shape: ProductShape, row: number, col: number) => boolean;
  /** Columns of the widest matrix that it comes by, where that is not the one it makes. */
  readonly widest?: (shape: ProductShape) => number;
}

const every = (): boolean => true;
const none = (): boolean => false;

/** Every way in which a stop moves. */
export const kinds: readonly Kind[] = [
  { kind: 'a product', make: productMotion, makes: every },
  {
    kind: 'a product with a transposed operand',
    make: (shape) => productMotion({ ...shape, turns: shape.cols }),
    makes: every,
  },
  {
    kind: 'a gathering',
    make: ({ cols }) => gatherMotion({ blocks: cols }),
    makes: none,
  },
  { kind: 'a sum', make: sumMotion, makes: ({ first }, row) => row === first.row },
  {
    kind: 'a sweep by rows',
    make: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows' }),
    makes: every,
  },
  {
    kind: 'a slow sweep by rows',
    make: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows', slow: true }),
    makes: every,
  },
  {
    kind: 'a sweep by columns',
    make: ({ rows, cols }) => sweepMotion({ rows, cols, by: 'columns' }),
    makes: every,
  },
  { kind: 'the mask', make: maskMotion, makes: every },
  { kind: 'a cut', make: cutMotion, makes: none },
  { kind: 'a norm', make: normMotion, makes: every },
  { kind: 'the feed-forward layer', make: feedForwardMotion, makes: every },
  { kind: 'the logits', make: logitsMotion, makes: every },
  { kind: 'steps', make: stepsMotion, makes: every },
  {
    kind: 'asking every key',
    make: ({ rows, cols, first }) =>
      askMotion({ first, cols, open: Array.from({ length: rows }, () => true) }),
    makes: ({ first }, row) => row === first.row,
    widest: ({ rows, cols }) => Math.max(rows, cols),
  },
  {
    kind: 'asking under the mask',
    make: ({ rows, cols, first }) =>
      askMotion({ first, cols, open: Array.from({ length: rows }, (_, key) => key <= first.row) }),
    makes: ({ first }, row) => row === first.row,
    widest: ({ rows, cols }) => Math.max(rows, cols),
  },
  { kind: 'a chain', make: ({ rows }) => chainMotion(rows), makes: none },
];

/** The motions of one kind. */
export const motionsOf = (make: (shape: ProductShape) => Motion): fc.Arbitrary<Case> =>
  shapes.map((shape) => ({ ...shape, motion: make(shape) }));

/** Times within a motion, its ends among them. Doubles are drawn from all that there are, nearly all of them next to 0. */
export const times: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 1_000_000) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  fc.constantFrom(0, 1),
);

/** Two times, the earlier first. */
export const spans: fc.Arbitrary<readonly [number, number]> = fc
  .tuple(times, times)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);

type Shape = Pick<ProductShape, 'rows' | 'cols'>;

/** Something of every cell, row by row. */
export const ofEvery = <Value>(
  { rows, cols }: Shape,
  of: (row: number, col: number) => Value,
): Value[] =>
  Array.from({ length: rows * cols }, (_, place) => of(Math.floor(place / cols), place % cols));

export const shownIn = (shape: Shape, { shown }: Moment): number[] => ofEvery(shape, shown);

export const betweenIn = (shape: Shape, { between }: Moment): number[] => ofEvery(shape, between);

/** All that a moment says, as data. */
export const drawn = (shape: Shape, moment: Moment) => ({
  cell: moment.cell,
  landed: moment.landed,
  part: moment.part,
  stand: moment.stand,
  reached: moment.reached,
  arrived: Array.from({ length: shape.rows }, (_, index) => moment.arrived(index)),
  shown: shownIn(shape, moment),
  between: betweenIn(shape, moment),
  stations: Array.from({ length: shape.rows }, (_, index) => moment.station(index)),
});

/** The time at which a cell begins to be there, found by halving; times are told apart to a millionth. */
export const beginOf = ({ at }: Motion, row: number, col: number): number => {
  let [before, after] = [0, 1];
  while (after - before > 1e-6) {
    const middle = (before + after) / 2;
    if (at(middle).shown(row, col) > 0) after = middle;
    else before = middle;
  }
  return after;
};
