/** Matrices: ways in, ways out, and what is refused at the door. */
import { describe, expect, it } from 'vitest';
import { at, fromData, fromRows, shapeOf, ShapeError, toRows } from '../../../src/math/index.ts';

describe('fromRows', () => {
  it('keeps rows, columns and entries', () => {
    const m = fromRows([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect([m.rows, m.cols, ...m.data]).toEqual([2, 3, 1, 2, 3, 4, 5, 6]);
  });

  it('makes Float64 matrices', () => {
    expect(fromRows([[0.1]]).data).toEqual(Float64Array.of(0.1));
  });

  it('refuses no rows', () => {
    expect(() => fromRows([])).toThrow(
      new ShapeError('fromRows: a matrix must have at least one row and one column, got 0×0'),
    );
  });

  it('refuses rows without columns', () => {
    expect(() => fromRows([[], []])).toThrow(/fromRows: .* got 2×0/);
  });

  it('refuses ragged rows and names the one that differs', () => {
    expect(() => fromRows([[1, 2], [3, 4], [5]])).toThrow(
      new ShapeError('fromRows: every row must be as long as the first, got row 0 1×2, row 2 1×1'),
    );
  });

  it('refuses a row that is longer than the first', () => {
    expect(() => fromRows([[1], [2, 3]])).toThrow(ShapeError);
  });
});

describe('fromData', () => {
  it.each([Float32Array, Float64Array])('keeps the kind of array: %o', (Kind) => {
    expect(fromData(1, 2, Kind.of(1, 2)).data).toBeInstanceOf(Kind);
  });

  it('copies, so that later writes by the caller do not reach the matrix', () => {
    const data = Float64Array.of(1, 2);
    const m = fromData(1, 2, data);
    data[0] = 9;
    expect(toRows(m)).toEqual([[1, 2]]);
  });

  it('refuses data of another length', () => {
    expect(() => fromData(2, 2, Float64Array.of(1, 2, 3))).toThrow(/fromData: .* 2×2, data 1×3/);
  });

  it.each([
    [0, 3],
    [3, 0],
    [-1, -3],
    [1.5, 2],
    [Number.NaN, 1],
  ])('refuses a side that is no positive whole number: %d×%d', (rows, cols) => {
    expect(() => fromData(rows, cols, new Float64Array(3))).toThrow(ShapeError);
  });

  it('refuses an array of another kind', () => {
    expect(() => fromData(1, 2, Int32Array.of(1, 2) as unknown as Float32Array)).toThrow(
      ShapeError,
    );
  });
});

describe('toRows', () => {
  it('undoes fromRows', () => {
    const rows = [
      [1, -2, Number.NaN],
      [Infinity, 0, -0],
    ];
    expect(toRows(fromRows(rows))).toEqual(rows);
  });
});

describe('at', () => {
  const m = fromRows([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  it('reads row, then column', () => {
    expect(at(m, 1, 0)).toBe(4);
  });

  it.each([
    [2, 0],
    [0, 3],
    [-1, 0],
    [0, -1],
    [0.5, 0],
    [0, Number.NaN],
  ])('refuses [%d][%d] of a 2×3', (row, col) => {
    expect(() => at(m, row, col)).toThrow(
      new RangeError(`at: [${row}][${col}] is outside a 2×3 matrix`),
    );
  });
});

it('shapes are written with a times sign', () => {
  expect(shapeOf({ rows: 5, cols: 9 })).toBe('5×9');
});

it('ShapeError is an Error with its own name', () => {
  const error = new ShapeError('x');
  expect([error instanceof Error, error.name, error.message]).toEqual([true, 'ShapeError', 'x']);
});
