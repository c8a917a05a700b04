/** Where a number goes, held against the arithmetic of what it goes into: the way forward is the way back, reversed. */
import { describe, expect, it } from 'vitest';
import { explain, nextCells, selectComputation, type StageCell } from '../../../src/store/index.ts';
import { matrixSymbols } from '../../../src/walkthrough/index.ts';
import type { DecoderMatrixName } from '../../../src/decoder/index.ts';
import { at } from '../../../src/math/index.ts';
import { stateWith } from './samples.ts';

const state = stateWith({ step: 'mask', head: 1 });
const names = Object.keys(matrixSymbols) as DecoderMatrixName[];
const headed = new Set(['q', 'k', 'v', 'scores', 'scaled', 'masked', 'weights', 'context']);
/** What a number enters although it is no factor of it: a station further along the same seat, and the share it becomes. */
const further = new Set([
  'scores>masked',
  'scores>weights',
  'scaled>weights',
  'output>y',
  'feedForward>z',
]);

const matrixOf = (cell: StageCell) => selectComputation(state).matrix(cell);

/** The corners and the middle of a matrix. */
const cellsOf = (matrix: DecoderMatrixName): StageCell[] => {
  const ref = { matrix, ...(headed.has(matrix) ? { head: 1 } : {}) };
  const { rows, cols } = matrixOf({ ...ref, row: 0, col: 0 });
  return [0, Math.floor(rows / 2), rows - 1].flatMap((row) =>
    [0, Math.floor(cols / 2), cols - 1].map((col) => ({ ...ref, row, col })),
  );
};

const stages = names.filter((name) => name !== 'memory' && name !== 'tokenEmbedding');

const isMadeFrom = (cell: StageCell, from: StageCell): boolean =>
  explain(state, cell).terms.some(({ factors }) =>
    factors.some(
      ({ cell: factor }) =>
        factor?.matrix === from.matrix &&
        factor.row === from.row &&
        factor.col === from.col &&
        (factor.head ?? from.head) === from.head,
    ),
  );

describe.each(stages)('what %s goes into', (matrix) => {
  const ways = cellsOf(matrix).flatMap((from) =>
    nextCells(state, from).map((next) => ({ from, next })),
  );

  it('is made from it', () => {
    const strangers = ways.filter(
      ({ from, next }) =>
        !further.has(`${matrix}>${next.cell.matrix}`) && !isMadeFrom(next.cell, from),
    );
    expect(strangers).toEqual([]);
  });

  it('has the value that stands there', () => {
    for (const { next } of ways)
      expect(next.value).toBe(at(matrixOf(next.cell), next.cell.row, next.cell.col));
  });

  it('is as many cells as are made from it', () => {
    const counted = ways.filter(
      ({ from, next }) =>
        next.way !== 'seat' &&
        Array.from({ length: matrixOf(next.cell).rows }, (_, row) =>
          Array.from({ length: matrixOf(next.cell).cols }, (_x, col) => ({
            ...next.cell,
            row,
            col,
          })),
        )
          .flat()
          .filter((cell) => isMadeFrom(cell, from)).length !== next.spread,
    );
    expect(counted).toEqual([]);
  });
});

describe('a head’s parameters', () => {
  it('go into the head that they belong to', () => {
    expect(nextCells(state, { matrix: 'wq', row: 2, col: 7 })).toMatchObject([
      { cell: { matrix: 'q', head: 2, row: 4, col: 1 }, spread: 5 },
    ]);
  });
});

describe('the end of the way', () => {
  it('is the probability', () => {
    expect(nextCells(state, { matrix: 'probabilities', row: 4, col: 0 })).toEqual([]);
  });
});
