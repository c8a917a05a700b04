/** A large square of weights, with means of ever larger blocks of cells: what is drawn where cells are smaller than pixels. */

export interface Level {
  /** Cells along an edge. */
  readonly side: number;
  /** Row-major means of blocks. */
  readonly data: Float32Array;
}

export interface Pyramid {
  readonly n: number;
  /** The weights themselves, then means of 2×2 cells, of 4×4, and so on. */
  readonly levels: readonly [Level, ...Level[]];
}

/** No coarser than this: every screen has as many pixels. */
const leastSide = 256;
/** Blocks of 2⁵ rows arrive at a time. */
const mostPooled = 5;

const emptyLevel = (side: number): Level => ({ side, data: new Float32Array(side ** 2) });

export const emptyPyramid = (n: number): Pyramid => {
  const coarser: Level[] = [];
  for (
    let side = n;
    side % 2 === 0 && side / 2 >= leastSide && coarser.length < mostPooled;
    side /= 2
  ) {
    coarser.push(emptyLevel(side / 2));
  }
  return { n, levels: [emptyLevel(n), ...coarser] };
};

/** Fills rows `from` to `to` of a level with the means of 2×2 cells of the finer one. */
const pool = (fine: Level, coarse: Level, from: number, to: number): void => {
  const { side } = coarse;
  const { data } = fine;
  for (let row = from; row < to; row++) {
    let above = 2 * row * fine.side;
    for (let i = row * side; i < (row + 1) * side; i++, above += 2) {
      const below = above + fine.side;
      coarse.data[i] =
        ((data[above] ?? 0) +
          (data[above + 1] ?? 0) +
          (data[below] ?? 0) +
          (data[below + 1] ?? 0)) /
        4;
    }
  }
};

/** Puts whole rows in their place, from row `from` on, and pools them. Blocks start at multiples of 32. */
export const putRows = ({ n, levels }: Pyramid, from: number, rows: Float32Array): void => {
  const [finest, ...coarser] = levels;
  finest.data.set(rows, from * n);
  let fine: Level = finest;
  let [first, last] = [from, from + rows.length / n];
  for (const coarse of coarser) {
    [first, last] = [first / 2, last / 2];
    pool(fine, coarse, first, last);
    fine = coarse;
  }
};

/** The finest level whose cells are no smaller than a pixel, where a cell of the weights takes `cell` pixels. */
export const levelFor = (cell: number, { levels }: Pyramid): number => {
  const found = levels.findIndex((_, level) => cell * 2 ** level >= 1);
  return found < 0 ? levels.length - 1 : found;
};
