/** Steps: what waits for nothing is done with the first one, and the others come one after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepDone, stepsMotion } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { motionsOf, times } from './motions.ts';

describe('the motion of steps', () => {
  const motions = motionsOf(stepsMotion);

  it('has all that is made there when the first step is done', () => {
    holds(
      fc.property(motions, times, ({ motion, rows, cols }, t) => {
        const { shown, station } = motion.at(t);
        expect([shown(0, 0), shown(rows - 1, cols - 1)]).toEqual([station(0), station(0)]);
      }),
      200,
    );
  });

  it('begins no step before the one before is done', () => {
    holds(
      fc.property(motions, times, ({ motion, rows }, t) => {
        const { station } = motion.at(t);
        for (let step = 1; step < rows; step++)
          if (station(step) > 0) expect(station(step - 1)).toBe(1);
      }),
      200,
    );
  });

  it('has a still behind the first step, and nothing of the second in it', () => {
    const { stills, at } = stepsMotion({ rows: 5 });
    const { station } = at(stills[1] ?? Number.NaN);
    expect(station(0)).toBeCloseTo(1, 9);
    expect(station(1)).toBeCloseTo(0, 9);
  });
});

it('a step is as long whatever the sentence, as a share of all', () => {
  expect([stepDone(0.5, 4, 0), stepDone(0.5, 4, 1), stepDone(0.5, 4, 2)]).toEqual([1, 1, 0]);
  expect(stepDone(0.625, 4, 2)).toBe(0.5);
});
