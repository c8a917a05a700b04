/** One row of attention weights set by hand: the context follows, nothing else moves, every number still explains itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, type Matrix } from '../../../src/math/index.ts';
import { nextCells, selectComputation, takenRow, type Store } from '../../../src/store/index.ts';
import { holds } from '../../support/property.ts';
import { stateWith } from './samples.ts';

const weightRows = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 5,
  maxLength: 5,
});

const edited = (rowWeights: readonly number[], beat = 0, head = 1): Store =>
  stateWith({ step: 'one-row', beat, head, rowWeights });
const original = (beat = 0, head = 1): Store => stateWith({ step: 'one-row', beat, head });

const rowOf = (m: Matrix, row: number): number[] =>
  Array.from({ length: m.cols }, (_, col) => at(m, row, col));
const matrixOf = (state: Store, matrix: 'weights' | 'context' | 'v', head = state.head): Matrix =>
  selectComputation(state).matrix({ matrix, head });

describe('takenRow', () => {
  it('is the first row on the first beat', () => {
    expect(takenRow(original(0))).toBe(0);
  });

  it('is the last row on the second', () => {
    expect(takenRow(original(1))).toBe(4);
  });
});

describe('a row set by hand', () => {
  it('shows the weights as they were set', () => {
    holds(
      fc.property(weightRows, fc.constantFrom(0, 1), (weights, beat) => {
        const state = edited(weights, beat);
        expect(rowOf(matrixOf(state, 'weights'), takenRow(state))).toEqual(weights);
      }),
    );
  });

  it('makes its row of the context anew, weights · V', () => {
    holds(
      fc.property(weightRows, fc.constantFrom(0, 1), (weights, beat) => {
        const state = edited(weights, beat);
        const v = matrixOf(state, 'v');
        const context = rowOf(matrixOf(state, 'context'), takenRow(state));
        context.forEach((got, col) => {
          const want = weights.reduce((sum, weight, key) => sum + weight * at(v, key, col), 0);
          expect(got).toBeCloseTo(want, 12);
        });
      }),
    );
  });

  it.each(['weights', 'context'] as const)('leaves the other rows of %s untouched', (name) => {
    const state = edited([0.2, 0, 0, 0, 0.9]);
    const [got, want] = [matrixOf(state, name), matrixOf(original(), name)];
    expect([1, 2, 3, 4].map((row) => rowOf(got, row))).toEqual(
      [1, 2, 3, 4].map((row) => rowOf(want, row)),
    );
  });

  it.each([0, 2])('leaves head %i untouched', (head) => {
    const state = edited([0.2, 0, 0, 0, 0.9]);
    expect(matrixOf(state, 'context', head)).toBe(matrixOf(original(), 'context', head));
  });

  it('leaves the scores untouched', () => {
    const ref = { matrix: 'scores', head: 1 } as const;
    expect(selectComputation(edited([0, 0, 0, 0, 1])).matrix(ref)).toBe(
      selectComputation(original()).matrix(ref),
    );
  });

  it('explains its context by terms that add up', () => {
    holds(
      fc.property(weightRows, (weights) => {
        const explanation = selectComputation(edited(weights)).explain({
          matrix: 'context',
          head: 1,
          row: 0,
          col: 2,
        });
        const sum = explanation.terms.reduce((total, { value }) => total + value, 0);
        expect(sum).toBeCloseTo(explanation.value, 12);
      }),
    );
  });

  it('explains its context by the weights that were set', () => {
    const weights = [0.1, 0.2, 0.3, 0.4, 0.5];
    const { terms } = selectComputation(edited(weights)).explain({
      matrix: 'context',
      head: 1,
      row: 0,
      col: 0,
    });
    expect(terms.map(({ factors }) => factors[0]?.value)).toEqual(weights);
  });

  it('explains a weight set by hand as given', () => {
    const cell = { matrix: 'weights', head: 1, row: 0, col: 4 } as const;
    expect(selectComputation(edited([0, 0, 0, 0, 0.7])).explain(cell)).toEqual({
      cell,
      operation: 'input',
      terms: [],
      value: 0.7,
    });
  });

  it('explains the other rows’ weights by their softmax', () => {
    const cell = { matrix: 'weights', head: 1, row: 1, col: 0 } as const;
    expect(selectComputation(edited([0, 0, 0, 0, 1])).explain(cell).operation).toBe('softmax');
  });

  it('has no effect on any other step', () => {
    const state = stateWith({ step: 'context', head: 1, rowWeights: [0, 0, 0, 0, 1] });
    expect(matrixOf(state, 'weights')).toBe(matrixOf(original(), 'weights'));
  });

  it('is one computation for the same weights', () => {
    const state = edited([1, 0, 0, 0, 0]);
    expect(selectComputation({ ...state })).toBe(selectComputation(state));
  });

  it('leads on to no number that still comes from the old weights', () => {
    const state = edited([0, 0, 0, 0, 1]);
    const cell = { matrix: 'context', head: 1, row: 0, col: 0 } as const;
    const value = at(matrixOf(state, 'context'), 0, 0);
    const stale = nextCells(state, cell).filter(
      (next) => next.cell.matrix === 'concat' && next.value !== value,
    );
    expect(stale).toEqual([]);
  });
});
