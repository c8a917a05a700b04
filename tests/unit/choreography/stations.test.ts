/** The motions of the prediction's stations: what each does comes in its order, one thing after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  feedForwardMotion,
  logitsMotion,
  normMotion,
  type Moment,
} from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { beginOf, motionsOf, times, type Case } from './motions.ts';

/** Holds what a moment says against the case it belongs to, at many times of many shapes. */
const always = (cases: fc.Arbitrary<Case>, check: (one: Case, moment: Moment) => void): void =>
  holds(
    fc.property(cases, times, (one, t) => check(one, one.motion.at(t))),
    300,
  );

/** Whether a cell of the last row, or any row as all are alike, has begun. */
const somethingIsMade = ({ rows, cols }: Case, { shown }: Moment): boolean =>
  Array.from({ length: cols }, (_, col) => shown(rows - 1, col)).some((part) => part > 0);

describe('the norm', () => {
  const norms = motionsOf(normMotion);

  it('shifts only what has been added, and stretches only what has been shifted', () => {
    always(norms, (_, { station }) => {
      if (station(1) > 0) expect(station(0)).toBe(1);
      if (station(2) > 0) expect(station(1)).toBe(1);
    });
  });

  it('lets no term land before the row is stretched', () => {
    always(norms, (_, { landed, station }) => {
      if (landed > 0) expect(station(2)).toBe(1);
    });
  });

  it('makes nothing before all terms have landed', () => {
    always(norms, (one, moment) => {
      if (somethingIsMade(one, moment)) expect(moment.landed).toBe(one.terms);
    });
  });

  it('makes the explained cell first', () => {
    holds(
      fc.property(norms, ({ motion, rows, cols, first }) => {
        const begins = Array.from({ length: cols }, (_, col) => beginOf(motion, rows - 1, col));
        expect(begins[first.col]).toBe(Math.min(...begins));
      }),
      40,
    );
  });
});

describe('the feed-forward layer', () => {
  const layers = motionsOf(feedForwardMotion);
  const units = ({ terms }: Case): number => terms - 1;

  it('fills its units one after the other', () => {
    always(layers, (one, { station }) => {
      const parts = Array.from({ length: units(one) }, (_, unit) => station(unit));
      expect(parts.toSorted((a, b) => b - a)).toEqual(parts);
    });
  });

  it('cuts only when all units are filled', () => {
    always(layers, (one, { part, station }) => {
      if (part === 0) return;
      const parts = Array.from({ length: units(one) }, (_, unit) => station(unit));
      expect(parts.filter((filled) => filled < 1)).toEqual([]);
    });
  });

  it('lets no term land before the cut, and makes nothing before all have landed', () => {
    always(layers, (one, moment) => {
      if (moment.landed > 0) expect(moment.part).toBe(1);
      if (somethingIsMade(one, moment)) expect(moment.landed).toBe(one.terms);
    });
  });
});

describe('the logits', () => {
  const heads = motionsOf(logitsMotion);

  it('have the explained one first, then the others from the left', () => {
    holds(
      fc.property(heads, ({ motion, rows, cols, first }) => {
        const begins = Array.from({ length: cols }, (_, col) => beginOf(motion, rows - 1, col));
        const others = begins.filter((_, col) => col !== first.col);
        expect([begins[first.col], ...others]).toEqual(
          [begins[first.col] ?? 0, ...others].toSorted((a, b) => a - b),
        );
      }),
      40,
    );
  });

  it('turn into shares only when all are there', () => {
    always(heads, ({ rows, cols }, { part, shown }) => {
      if (part === 0) return;
      const missing = Array.from({ length: cols }, (_, col) => shown(rows - 1, col));
      expect(missing.filter((there) => there < 1)).toEqual([]);
    });
  });

  it('end as shares', () => {
    always(heads, ({ motion }) => {
      expect([motion.at(0).part, motion.at(1).part]).toEqual([0, 1]);
    });
  });
});
