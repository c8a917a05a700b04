/** Looking things up in the walkthrough: by id, index, figure, and beats with what their step fills in. */
import { describe, expect, it } from 'vitest';
import {
  beatOf,
  isStepId,
  stepAt,
  stepIndex,
  stepOf,
  stepOfFigure,
  steps,
} from '../../../src/walkthrough/index.ts';

describe('stepAt', () => {
  it.each([
    [-1, 'architecture'],
    [-Infinity, 'architecture'],
    [0, 'architecture'],
    [17, 'parallel'],
    [18, 'parallel'],
    [1e9, 'parallel'],
  ] as const)('%s is %s', (index, id) => {
    expect(stepAt(index).id).toBe(id);
  });

  it('is the list itself in between', () => {
    expect(steps.map((_, index) => stepAt(index))).toEqual(steps);
  });
});

describe('by id', () => {
  it.each(steps.map(({ id }, index) => [id, index] as const))('%s is at %i', (id, index) => {
    expect([stepIndex(id), stepOf(id).id, isStepId(id)]).toEqual([index, id, true]);
  });

  it.each(['', 'Scores', 'scores ', 'toString', '__proto__', 'constructor'])(
    '%j is no step',
    (id) => {
      expect(isStepId(id)).toBe(false);
    },
  );
});

describe('stepOfFigure', () => {
  it('answers each of the ten figures with a step of its own', () => {
    const answers = Array.from({ length: 10 }, (_, index) => stepOfFigure(index + 1));
    expect(new Set(answers.filter((id) => id !== undefined)).size).toBe(10);
  });

  it.each([0, 11, -1, 1.5, Number.NaN])('has no answer to %s', (figure) => {
    expect(stepOfFigure(figure)).toBeUndefined();
  });
});

describe('beatOf', () => {
  const projection = stepOf('projection');

  it('fills in what the beat leaves out', () => {
    expect(beatOf(projection, 0)).toEqual({
      id: 'q',
      reads: projection.reads,
      makes: projection.makes,
      formula: projection.formula,
      cell: projection.cell,
      motion: projection.motion,
      stations: [],
    });
  });

  it('keeps what the beat says', () => {
    expect(beatOf(projection, 1)).toMatchObject({
      id: 'k',
      reads: ['x', 'wk'],
      makes: 'k',
      cell: { matrix: 'k' },
    });
  });

  it.each([
    [-1, 'q'],
    [3, 'v'],
    [99, 'v'],
  ] as const)('clamps beat %i to %s', (index, id) => {
    expect(beatOf(projection, index).id).toBe(id);
  });

  it('has a still for a step without beats', () => {
    expect(beatOf({ ...projection, beats: [] }, 0)).toMatchObject({ id: 'still', makes: 'q' });
  });
});
