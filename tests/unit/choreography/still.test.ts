/** Stepping from still to still, from any moment, in both directions. */
import { describe, expect, it } from 'vitest';
import { stillBeside } from '../../../src/choreography/index.ts';

const motion = { stills: [0, 0.25, 0.5, 1] };

describe('the still after', () => {
  it.each([
    [0, 0.25],
    [0.1, 0.25],
    [0.25, 0.5],
    [0.5, null],
    [0.7, null],
  ])('%d is %d, and rest behind the last', (moment, wanted) => {
    expect(stillBeside(motion, moment, 1)).toBe(wanted);
  });

  it.each([null, 1])(
    'rest (%s) is the beginning, so that the motion can be seen again',
    (moment) => {
      expect(stillBeside(motion, moment, 1)).toBe(0);
    },
  );

  it('a rounded moment is not that moment again', () => {
    expect(stillBeside(motion, 0.2485, 1)).toBe(0.5);
    expect(stillBeside(motion, 0.2515, -1)).toBe(0);
  });
});

describe('the still before', () => {
  it.each([
    [null, 0.5],
    [1, 0.5],
    [0.7, 0.5],
    [0.5, 0.25],
    [0.1, 0],
    [0, 0],
  ])('%s is %d', (moment, wanted) => {
    expect(stillBeside(motion, moment, -1)).toBe(wanted);
  });
});

it('goes through all stills and back', () => {
  const on: (number | null)[] = [0];
  while (on.at(-1) !== null) on.push(stillBeside(motion, on.at(-1) ?? null, 1));
  const back: (number | null)[] = [null];
  while (back.at(-1) !== 0) back.push(stillBeside(motion, back.at(-1) ?? null, -1));
  expect(on).toEqual([0, 0.25, 0.5, null]);
  expect(back).toEqual([null, 0.5, 0.25, 0]);
});
