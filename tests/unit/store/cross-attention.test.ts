/** The rectangular scores of cross-attention, held against the trace cell by cell, in both directions and every head. */
import { describe, expect, it } from 'vitest';
import { at } from '../../../src/math/index.ts';
import {
  explain,
  selectComputation,
  selectCrossTokens,
  selectCrossTrace,
} from '../../../src/store/index.ts';
import { stateWith } from './samples.ts';

describe.each([
  ['forward', 0],
  ['swapped', 1],
] as const)('the scores %s', (_, beat) => {
  const state = stateWith({ step: 'cross-attention', beat });
  const { queries, keys } = selectCrossTokens(state);

  it.each([0, 1, 2])('of head %i are q·kᵀ of the trace, cell by cell', (head) => {
    const { q, k } = selectCrossTrace(state).heads[head]!;
    const scores = selectComputation(state).matrix({ matrix: 'scores', head });
    expect([q.rows, k.rows, scores.rows, scores.cols]).toEqual([
      queries.length,
      keys.length,
      queries.length,
      keys.length,
    ]);
    for (let row = 0; row < scores.rows; row++)
      for (let col = 0; col < scores.cols; col++) {
        let dot = 0;
        for (let term = 0; term < q.cols; term++) dot += at(q, row, term) * at(k, col, term);
        expect(at(scores, row, col)).toBeCloseTo(dot, 12);
        const cell = { matrix: 'scores', head, row, col } as const;
        expect(explain(state, cell).value).toBeCloseTo(dot, 12);
      }
  });

  it('are no square', () => {
    expect(queries.length).not.toBe(keys.length);
  });
});
