/** Which cell is explained, what becomes of one that is gone, and where a number goes next. */
import { describe, expect, it } from 'vitest';
import { fromRows } from '../../../src/math/index.ts';
import {
  cellAt,
  cellKey,
  colIsToken,
  explain,
  nextCells,
  rowIsToken,
  selectActiveCell,
  selectColTokens,
  selectComputation,
  selectQueryRow,
  selectRowTokens,
  selectTrace,
  topColumn,
  type StageCell,
} from '../../../src/store/index.ts';
import { memoryTokens, trainedVocabulary } from '../../../src/example/index.ts';
import { at } from '../../../src/math/index.ts';
import { steps } from '../../../src/walkthrough/index.ts';
import { stateWith } from './samples.ts';

const score = (row: number, col: number): StageCell => ({ matrix: 'scores', head: 0, row, col });

describe('topColumn', () => {
  it.each([
    [[1, 3, 2], 1],
    [[-1, -3, -2], 0],
    [[2, 5, 5], 1],
    [[-Infinity, -Infinity, 0], 2],
    [[7], 0],
  ])('of %j is %i', (row, col) => {
    expect(topColumn(fromRows([row]), 0)).toBe(col);
  });
});

describe('cellAt', () => {
  const state = stateWith({ step: 'scores', head: 2 });

  it('counts negative indices from the end', () => {
    expect(cellAt(state, { matrix: 'scores', row: -1, col: -2 })).toEqual({
      ...score(4, 3),
      head: 2,
    });
  });

  it('stays inside a matrix that is smaller than the seat', () => {
    expect(cellAt(state, { matrix: 'q', row: 99, col: 99 })).toEqual({
      matrix: 'q',
      head: 2,
      row: 4,
      col: 2,
    });
  });

  it('stays inside where there are fewer rows than it counts back', () => {
    const short = stateWith({ step: 'scores', tokens: ['我'] });
    expect(cellAt(short, { matrix: 'scores', row: -3, col: 0 })).toMatchObject({ row: 0 });
  });

  it('finds the largest value of the row as “top”', () => {
    const found = cellAt(state, { matrix: 'probabilities', row: -1, col: 'top' });
    const { probabilities } = selectTrace(state);
    expect(found?.col).toBe(topColumn(probabilities, 4));
  });

  it('gives no head to a matrix that has none', () => {
    expect(cellAt(state, { matrix: 'x', row: 0, col: 0 })).toEqual({ matrix: 'x', row: 0, col: 0 });
  });

  it('has nothing where the computation has no such matrix', () => {
    expect(cellAt(state, { matrix: 'memory', row: 0, col: 0 })).toBeNull();
  });
});

describe('selectActiveCell', () => {
  const step = 'scores' as const;

  it('is the hovered cell before the pinned one', () => {
    const state = stateWith({ step, hovered: score(1, 1), pinned: score(2, 2) });
    expect(selectActiveCell(state)).toEqual(score(1, 1));
  });

  it('is the pinned cell where nothing is hovered', () => {
    expect(selectActiveCell(stateWith({ step, pinned: score(2, 2) }))).toEqual(score(2, 2));
  });

  it('is the step’s own cell where nothing is chosen', () => {
    expect(selectActiveCell(stateWith({ step }))).toEqual(score(4, 1));
  });

  it('is the beat’s own cell on a later beat', () => {
    expect(selectActiveCell(stateWith({ step, beat: 1 }))).toEqual(score(0, 4));
  });

  it.each([
    ['row', score(5, 0)],
    ['column', score(0, 5)],
    ['head', { ...score(0, 0), head: 3 }],
    ['matrix', { matrix: 'memory', row: 0, col: 0 } as const],
  ] as const)('falls back where the pinned cell’s %s is gone', (_, pinned) => {
    expect(selectActiveCell(stateWith({ step, pinned }))).toEqual(score(4, 1));
  });

  it('falls back where the sentence became shorter', () => {
    const state = stateWith({ step, pinned: score(4, 4), tokens: ['我', '有', '一'] });
    expect(selectActiveCell(state)).toEqual(score(2, 1));
  });

  it.each(
    steps.flatMap(({ id, beats }) => beats.map((_, beat) => ({ id, beat, name: `${id}/${beat}` }))),
  )('at $name is nothing, or a cell that explains itself', ({ id, beat }) => {
    const state = stateWith({ step: id, beat });
    const cell = selectActiveCell(state);
    expect(cell === null || Number.isNaN(explain(state, cell).value)).toBe(cell === null);
  });
});

describe('cellKey', () => {
  it('tells apart matrix, head, variant, row and column', () => {
    const cells: StageCell[] = [
      score(1, 2),
      score(2, 1),
      { ...score(1, 2), head: 1 },
      { ...score(1, 2), variant: 'before' },
      { ...score(1, 2), variant: 'after' },
      { ...score(1, 2), matrix: 'scaled' },
      { matrix: 'scores', row: 1, col: 2 },
    ];
    expect(new Set(cells.map(cellKey)).size).toBe(cells.length);
  });

  it('is the same for equal cells', () => {
    expect(cellKey(score(1, 2))).toBe(cellKey({ ...score(1, 2) }));
  });
});

describe('nextCells', () => {
  const state = stateWith({ step: 'mask', head: 1 });
  const namesAfter = (cell: StageCell): string[] =>
    nextCells(state, cell).map((next) => next.cell.matrix);

  it.each([
    ['scores', ['scaled', 'masked', 'weights']],
    ['scaled', ['masked', 'weights']],
    ['masked', ['weights']],
    ['weights', ['context']],
    ['q', ['scores']],
  ] as const)('after %s come %j', (matrix, names) => {
    expect(namesAfter({ matrix, head: 1, row: 2, col: 1 })).toEqual(names);
  });

  it.each([
    ['output', ['residual1', 'y']],
    ['hidden', ['activated']],
    ['feedForward', ['residual2', 'z']],
    ['logits', ['probabilities']],
  ] as const)('after %s come %j, without a head', (matrix, names) => {
    expect(namesAfter({ matrix, row: 2, col: 1 })).toEqual(names);
  });

  it('have the values of their own matrices', () => {
    const off = nextCells(state, { matrix: 'scores', head: 1, row: 3, col: 2 }).filter(
      ({ cell, value }) => at(selectComputation(state).matrix(cell), 3, 2) !== value,
    );
    expect(off).toEqual([]);
  });

  it('carry −∞ on where the mask blocks', () => {
    const values = nextCells(state, { matrix: 'scaled', head: 1, row: 0, col: 4 });
    expect(values.map(({ value }) => value)).toEqual([-Infinity, 0]);
  });

  it('keep the picture they belong to', () => {
    const cell: StageCell = { matrix: 'masked', head: 1, row: 0, col: 4, variant: 'before' };
    const [next] = nextCells(state, cell);
    expect(next?.cell).toEqual({ ...cell, matrix: 'weights' });
  });

  it('find the context’s column in the concatenation', () => {
    const [next] = nextCells(state, { matrix: 'context', head: 1, row: 2, col: 1 });
    expect(next?.cell).toEqual({ matrix: 'concat', row: 2, col: 4 });
  });

  it('have the context’s value in the concatenation', () => {
    const cell: StageCell = { matrix: 'context', head: 1, row: 2, col: 1 };
    const [next] = nextCells(state, cell);
    expect(next?.value).toBe(at(selectComputation(state).matrix(cell), 2, 1));
  });

  it('end where cross-attention has no such matrix', () => {
    const cross = stateWith({ step: 'cross-attention' });
    expect(nextCells(cross, { matrix: 'output', row: 0, col: 0 })).toEqual([]);
  });
});

describe('whose rows and columns', () => {
  it.each(['q', 'scores', 'context', 'concat', 'z', 'logits'] as const)(
    'rows of %s are tokens',
    (matrix) => {
      expect(rowIsToken(matrix)).toBe(true);
    },
  );

  it.each(['wq', 'wo', 'b1', 'unembedding', 'memory'] as const)(
    'rows of %s are not the sentence',
    (matrix) => {
      expect(rowIsToken(matrix)).toBe(false);
    },
  );

  it('columns are tokens from the scores to the weights only', () => {
    const names = ['q', 'k', 'scores', 'scaled', 'masked', 'weights', 'context'] as const;
    expect(names.filter(colIsToken)).toEqual(['scores', 'scaled', 'masked', 'weights']);
  });

  it('columns of the logits are the vocabulary', () => {
    expect(selectColTokens(stateWith(), 'logits')).toBe(trainedVocabulary);
  });

  it('rows of E are the vocabulary', () => {
    expect(selectRowTokens(stateWith(), 'tokenEmbedding')).toBe(trainedVocabulary);
  });

  it.each([
    ['q', 0, ['我', '有', '一', '个', '玩']],
    ['k', 0, memoryTokens],
    ['q', 1, memoryTokens],
    ['v', 1, ['我', '有', '一', '个', '玩']],
  ] as const)('rows of %s on beat %i of cross-attention', (matrix, beat, tokens) => {
    expect(selectRowTokens(stateWith({ step: 'cross-attention', beat }), matrix)).toEqual(tokens);
  });

  it('a parameter has no tokens', () => {
    expect([selectRowTokens(stateWith(), 'wq'), selectColTokens(stateWith(), 'wq')]).toEqual([
      null,
      null,
    ]);
  });
});

describe('selectQueryRow', () => {
  it('is the active cell’s row', () => {
    expect(selectQueryRow(stateWith({ step: 'scores', pinned: score(2, 0) }))).toBe(2);
  });

  it('is the last row where the active cell belongs to no token', () => {
    const pinned: StageCell = { matrix: 'wq', row: 2, col: 0 };
    expect(selectQueryRow(stateWith({ step: 'scores', pinned }))).toBe(4);
  });

  it('is the last row where there is no cell', () => {
    expect(selectQueryRow(stateWith({ step: 'architecture' }))).toBe(4);
  });
});
