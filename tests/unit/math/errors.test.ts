/** Everything that does not fit is a ShapeError that names the function and both shapes. */
import { describe, expect, it } from 'vitest';
import {
  add,
  addRow,
  concatCols,
  mapEntries,
  maskFuture,
  matmul,
  matmulTransposed,
  scale,
  ShapeError,
  sliceCols,
  softmaxRows,
  sumRows,
  transpose,
  transposedMatmul,
  type Matrix,
} from '../../../src/math/index.ts';
import { matrixFrom, type Kind } from '../../support/fixtures.ts';

const zeros = (rows: number, cols: number, kind: Kind = 'Float64'): Matrix =>
  matrixFrom(
    rows,
    cols,
    Array.from({ length: rows * cols }, () => 0),
    kind,
  );

const expectShapeError = (run: () => unknown, message: string): void => {
  expect(run).toThrow(ShapeError);
  expect(run).toThrow(message);
};

describe('shapes that do not fit', () => {
  it.each<[string, () => unknown, string]>([
    [
      'matmul',
      () => matmul(zeros(5, 9), zeros(3, 9)),
      'matmul: a.cols must equal b.rows, got a 5×9, b 3×9',
    ],
    [
      'matmulTransposed',
      () => matmulTransposed(zeros(5, 9), zeros(9, 3)),
      'matmulTransposed: a.cols must equal b.cols, got a 5×9, b 9×3',
    ],
    [
      'transposedMatmul',
      () => transposedMatmul(zeros(5, 9), zeros(9, 5)),
      'transposedMatmul: a.rows must equal b.rows, got a 5×9, b 9×5',
    ],
    [
      'add, rows',
      () => add(zeros(2, 3), zeros(1, 3)),
      'add: a and b must be alike, got a 2×3, b 1×3',
    ],
    ['add, columns', () => add(zeros(2, 3), zeros(2, 2)), 'got a 2×3, b 2×2'],
    ['add, turned', () => add(zeros(2, 3), zeros(3, 2)), 'got a 2×3, b 3×2'],
    [
      'addRow, width',
      () => addRow(zeros(2, 3), zeros(1, 2)),
      'addRow: bias must be one row as wide as m, got m 2×3, bias 1×2',
    ],
    ['addRow, two rows', () => addRow(zeros(2, 3), zeros(2, 3)), 'got m 2×3, bias 2×3'],
    [
      'concatCols, rows',
      () => concatCols([zeros(2, 3), zeros(2, 1), zeros(3, 3)]),
      'concatCols: all must have the same rows, got ms[0] 2×3, ms[2] 3×3',
    ],
    ['concatCols, nothing', () => concatCols([]), 'concatCols: at least one matrix, got 0'],
  ])('%s', (_, run, message) => expectShapeError(run, message));

  it.each([
    [-1, 2],
    [2, 2],
    [2, 1],
    [0, 4],
    [0.5, 2],
    [0, 1.5],
    [Number.NaN, 2],
  ])('sliceCols from %d to %d of three columns', (from, to) => {
    expectShapeError(
      () => sliceCols(zeros(2, 3), from, to),
      `sliceCols: 0 ≤ from < to ≤ m.cols must hold, got from ${from}, to ${to}, m 2×3`,
    );
  });
});

describe('array kinds that are mixed', () => {
  const wide = zeros(3, 3);
  const narrow = zeros(3, 3, 'Float32');

  it.each<[string, (a: Matrix, b: Matrix) => unknown]>([
    ['matmul', matmul],
    ['matmulTransposed', matmulTransposed],
    ['transposedMatmul', transposedMatmul],
    ['add', add],
    ['addRow', addRow],
    ['concatCols', (a, b) => concatCols([a, b])],
  ])('%s names both shapes and kinds', (name, run) => {
    expect(() => run(wide, narrow)).toThrow(ShapeError);
    expect(() => run(wide, narrow)).toThrow(
      new RegExp(`^${name}: .* 3×3 Float64Array, .* 3×3 Float32Array$`),
    );
  });

  it('either way round', () => {
    expect(() => matmul(narrow, wide)).toThrow(/a 3×3 Float32Array, b 3×3 Float64Array/);
  });

  it('results keep the kind of their operands', () => {
    const results = [
      matmul(narrow, narrow),
      matmulTransposed(narrow, narrow),
      transposedMatmul(narrow, narrow),
      sumRows(narrow),
      transpose(narrow),
      add(narrow, narrow),
      scale(narrow, 2),
      softmaxRows(narrow),
      maskFuture(narrow),
      sliceCols(narrow, 0, 2),
      concatCols([narrow, narrow]),
    ];
    expect(results.every(({ data }) => data instanceof Float32Array)).toBe(true);
  });
});

describe('matrices built by hand that contradict themselves', () => {
  const good = zeros(2, 2);
  const bad: Record<string, unknown> = {
    'no rows': { rows: 0, cols: 2, data: new Float64Array(0) },
    'no columns': { rows: 2, cols: 0, data: new Float64Array(0) },
    'too little data': { rows: 2, cols: 2, data: new Float64Array(3) },
    'half a row': { rows: 0.5, cols: 2, data: new Float64Array(1) },
    'a plain array': { rows: 1, cols: 2, data: [1, 2] },
    'no data': { rows: 1, cols: 2 },
    undefined,
    null: null,
    'a number': 3,
  };
  const operations: Record<string, (m: Matrix) => unknown> = {
    matmul: (m) => matmul(good, m),
    matmulTransposed: (m) => matmulTransposed(m, good),
    transposedMatmul: (m) => transposedMatmul(m, good),
    sumRows,
    transpose,
    add: (m) => add(m, good),
    addRow: (m) => addRow(m, good),
    scale: (m) => scale(m, 1),
    mapEntries: (m) => mapEntries(m, Math.abs),
    softmaxRows,
    maskFuture,
    sliceCols: (m) => sliceCols(m, 0, 1),
    concatCols: (m) => concatCols([good, m]),
  };

  for (const [name, run] of Object.entries(operations)) {
    it.each(Object.entries(bad))(`${name} refuses %s`, (_, m) => {
      expectShapeError(() => run(m as Matrix), `${name}: `);
    });
  }

  it('the message says what came instead', () => {
    expectShapeError(
      () => transpose(bad['too little data'] as Matrix),
      'transpose: m must be a matrix of at least one row and one column over rows·cols entries, got 2×2 over 3 entries',
    );
  });
});
