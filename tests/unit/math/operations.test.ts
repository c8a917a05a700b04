/** Every operation on small matrices that can be checked by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  addRow,
  concatCols,
  fromData,
  fromRows,
  mapEntries,
  maskFuture,
  matmul,
  matmulTransposed,
  scale,
  sliceCols,
  sumRows,
  toRows,
  transpose,
  transposedMatmul,
  type Matrix,
} from '../../../src/math/index.ts';
import { matrices } from '../../support/arbitraries.ts';
import { kinds, matrixFrom } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

const a = fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = fromRows([
  [1, 0],
  [2, -1],
  [0, 3],
]);

describe('matmul', () => {
  it('sums products of rows of a and columns of b', () => {
    expect(toRows(matmul(a, b))).toEqual([
      [5, 7],
      [14, 13],
    ]);
  });

  it('lets NaN through a factor of zero', () => {
    expect(matmul(fromRows([[0]]), fromRows([[Number.NaN]])).data[0]).toBeNaN();
  });

  it('lets infinity through', () => {
    expect(toRows(matmul(fromRows([[2]]), fromRows([[-Infinity]])))).toEqual([[-Infinity]]);
  });

  it('accumulates Float32 in double precision', () => {
    const row = fromData(1, 3, Float32Array.of(2 ** 24, 1, -(2 ** 24)));
    const ones = fromData(3, 1, Float32Array.of(1, 1, 1));
    expect(toRows(matmul(row, ones))).toEqual([[1]]);
  });
});

describe('matmulTransposed', () => {
  it('sums products of rows of a and rows of b, square', () => {
    const p = fromRows([
      [1, 2],
      [3, 4],
    ]);
    const q = fromRows([
      [5, 6],
      [7, 8],
    ]);
    expect(toRows(matmulTransposed(p, q))).toEqual([
      [17, 23],
      [39, 53],
    ]);
  });

  it('agrees with matmul and transpose', () => {
    expect(matmulTransposed(a, transpose(b))).toEqual(matmul(a, b));
  });
});

describe('transposedMatmul', () => {
  it('sums products of columns of a and columns of b, square', () => {
    const p = fromRows([
      [1, 2],
      [3, 4],
    ]);
    const q = fromRows([
      [5, 6],
      [7, 8],
    ]);
    expect(toRows(transposedMatmul(p, q))).toEqual([
      [26, 30],
      [38, 44],
    ]);
  });

  it.each(kinds)('is matmul of the transpose, to the bit, %s', (kind) => {
    const side = fc.integer({ min: 1, max: 5 });
    const pairs = fc
      .tuple(side, side, side)
      .chain(([n, m, p]) => fc.tuple(matrices(n, m), matrices(n, p)));
    holds(
      fc.property(pairs, (pair) => {
        const [left, right] = pair.map((m) => matrixFrom(m.rows, m.cols, [...m.data], kind)) as [
          Matrix,
          Matrix,
        ];
        expect(transposedMatmul(left, right)).toEqual(matmul(transpose(left), right));
      }),
    );
  });

  it('accumulates Float32 in double precision', () => {
    const column = fromData(3, 1, Float32Array.of(2 ** 24, 1, -(2 ** 24)));
    const ones = fromData(3, 1, Float32Array.of(1, 1, 1));
    expect(toRows(transposedMatmul(column, ones))).toEqual([[1]]);
  });

  it('lets NaN through a factor of zero', () => {
    expect(transposedMatmul(fromRows([[0]]), fromRows([[Number.NaN]])).data[0]).toBeNaN();
  });
});

describe('sumRows', () => {
  it('adds the rows up to one', () => {
    expect(toRows(sumRows(a))).toEqual([[5, 7, 9]]);
  });

  it('of one row is that row', () => {
    expect(toRows(sumRows(fromRows([[3, -1]])))).toEqual([[3, -1]]);
  });

  it('accumulates Float32 in double precision', () => {
    const column = fromData(3, 1, Float32Array.of(2 ** 24, 1, -(2 ** 24)));
    expect(toRows(sumRows(column))).toEqual([[1]]);
  });

  it('keeps NaN to its column', () => {
    const m = fromRows([
      [Number.NaN, 1],
      [2, 2],
    ]);
    expect(toRows(sumRows(m))).toEqual([[Number.NaN, 3]]);
  });
});

describe('transpose', () => {
  it('swaps rows and columns', () => {
    expect(toRows(transpose(a))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });
});

describe('add', () => {
  it('adds entry by entry', () => {
    expect(toRows(add(a, a))).toEqual([
      [2, 4, 6],
      [8, 10, 12],
    ]);
  });
});

describe('addRow', () => {
  it('adds the same row to each', () => {
    expect(toRows(addRow(a, fromRows([[10, 20, 30]])))).toEqual([
      [11, 22, 33],
      [14, 25, 36],
    ]);
  });
});

describe('scale', () => {
  it('multiplies every entry', () => {
    expect(toRows(scale(b, -2))).toEqual([
      [-2, -0],
      [-4, 2],
      [-0, -6],
    ]);
  });
});

describe('mapEntries', () => {
  it('applies the function to every entry', () => {
    expect(toRows(mapEntries(b, (value) => value ** 2))).toEqual([
      [1, 0],
      [4, 1],
      [0, 9],
    ]);
  });
});

describe('maskFuture', () => {
  it('blocks columns after the row', () => {
    const m = fromRows([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(toRows(maskFuture(m))).toEqual([
      [1, -Infinity, -Infinity],
      [4, 5, -Infinity],
      [7, 8, 9],
    ]);
  });

  it('starts top left where there are more columns than rows', () => {
    expect(toRows(maskFuture(a))).toEqual([
      [1, -Infinity, -Infinity],
      [4, 5, -Infinity],
    ]);
  });

  it('starts top left where there are more rows than columns', () => {
    expect(toRows(maskFuture(b))).toEqual([
      [1, -Infinity],
      [2, -1],
      [0, 3],
    ]);
  });

  it('blocks NaN too', () => {
    expect(toRows(maskFuture(fromRows([[1, Number.NaN]])))).toEqual([[1, -Infinity]]);
  });

  it('leaves NaN at and below the diagonal visible', () => {
    expect(toRows(maskFuture(fromRows([[Number.NaN]])))).toEqual([[Number.NaN]]);
  });
});

describe('sliceCols', () => {
  it('takes the columns from the first up to, not including, the second', () => {
    expect(toRows(sliceCols(a, 1, 3))).toEqual([
      [2, 3],
      [5, 6],
    ]);
  });
});

describe('concatCols', () => {
  it('puts matrices of any width side by side', () => {
    expect(toRows(concatCols([sliceCols(a, 0, 1), a]))).toEqual([
      [1, 1, 2, 3],
      [4, 4, 5, 6],
    ]);
  });

  it('undoes slicing', () => {
    expect(concatCols([sliceCols(a, 0, 2), sliceCols(a, 2, 3)])).toEqual(a);
  });
});

describe('what goes in', () => {
  it('is never written to', () => {
    const before = [toRows(a), toRows(b)];
    matmul(a, b);
    transposedMatmul(a, a);
    sumRows(a);
    transpose(a);
    add(a, a);
    scale(a, 2);
    maskFuture(a);
    sliceCols(a, 0, 1);
    concatCols([a, a]);
    expect([toRows(a), toRows(b)]).toEqual(before);
  });
});
