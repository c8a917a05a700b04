/** What holds for every motion at every shape and time: it starts with nothing of what it makes, ends with all of it, and never goes back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { travelled } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { betweenIn, drawn, kinds, motionsOf, ofEvery, shownIn, spans, times } from './motions.ts';

describe.each(kinds)('$kind', ({ make, makes, widest }) => {
  const motions = motionsOf(make);

  it('begins with nothing of what it makes', () => {
    holds(
      fc.property(motions, (one) => {
        const { shown } = one.motion.at(0);
        const there = ofEvery(one, (row, col) => makes(one, row, col) && shown(row, col) > 0);
        expect(there).not.toContain(true);
      }),
      100,
    );
  });

  it('ends with every cell there', () => {
    holds(
      fc.property(motions, (one) => {
        const { shown } = one.motion.at(1);
        const missing = ofEvery(one, (row, col) => makes(one, row, col) && shown(row, col) < 1);
        expect(missing).not.toContain(true);
      }),
      100,
    );
  });

  it('ends with what changes on the way changed', () => {
    holds(
      fc.property(motions, (one) => {
        expect(Math.min(...betweenIn(one, one.motion.at(1)))).toBe(1);
      }),
      100,
    );
  });

  it('ends with no cell under way', () => {
    holds(
      fc.property(motions, ({ motion }) => {
        expect(motion.at(1).cell).toBeNull();
      }),
      100,
    );
  });

  it('shows no cell less than nothing or more than all of it', () => {
    holds(
      fc.property(motions, times, (one, t) => {
        const moment = one.motion.at(t);
        const all = [...shownIn(one, moment), ...betweenIn(one, moment), moment.part];
        expect(all.filter((part) => !(part >= 0 && part <= 1))).toEqual([]);
      }),
      200,
    );
  });

  it('takes nothing away from a cell', () => {
    holds(
      fc.property(motions, spans, (one, [earlier, later]) => {
        const [before, after] = [one.motion.at(earlier), one.motion.at(later)];
        const shrunk = (was: number[], is: number[]) =>
          is.filter((part, place) => part < (was[place] ?? 0));
        expect([
          shrunk(shownIn(one, before), shownIn(one, after)),
          shrunk(betweenIn(one, before), betweenIn(one, after)),
        ]).toEqual([[], []]);
      }),
      200,
    );
  });

  it('takes no term of a cell back', () => {
    holds(
      fc.property(motions, spans, ({ motion }, [earlier, later]) => {
        const [before, after] = [motion.at(earlier), motion.at(later)];
        // A motion that comes by several matrices adds up the terms of one cell after another.
        const isSameCell = before.cell?.col === after.cell?.col && before.reached === after.reached;
        if (after.reached === null || isSameCell)
          expect(after.landed).toBeGreaterThanOrEqual(before.landed);
      }),
      200,
    );
  });

  it('comes only to cells that the matrix has', () => {
    holds(
      fc.property(motions, times, (one, t) => {
        const { row, col } = one.motion.at(t).cell ?? { row: 0, col: 0 };
        expect([
          Number.isInteger(row) && row >= 0 && row < one.rows,
          Number.isInteger(col) && col >= 0 && col < (widest?.(one) ?? one.cols),
        ]).toEqual([true, true]);
      }),
      300,
    );
  });

  it('is the same at the same time, whatever was asked before', () => {
    holds(
      fc.property(motions, fc.array(times, { maxLength: 8 }), times, (one, asked, t) => {
        const fresh = drawn(one, make(one).at(t));
        for (const other of asked) one.motion.at(other).shown(0, 0);
        expect(drawn(one, one.motion.at(t))).toEqual(fresh);
      }),
      50,
    );
  });

  it('is the same however late a moment is looked at', () => {
    holds(
      fc.property(motions, times, times, (one, t, other) => {
        const moment = one.motion.at(t);
        const before = drawn(one, moment);
        one.motion.at(other);
        expect(drawn(one, moment)).toEqual(before);
      }),
      50,
    );
  });

  it.each([-0, -1e-9, -3, -Infinity])('at %d is at its beginning', (t) => {
    holds(
      fc.property(motions, (one) => {
        expect(drawn(one, one.motion.at(t))).toEqual(drawn(one, one.motion.at(0)));
      }),
      20,
    );
  });

  it.each([1 + 1e-9, 7, Infinity, Number.NaN])('at %d is at its end', (t) => {
    holds(
      fc.property(motions, (one) => {
        expect(drawn(one, one.motion.at(t))).toEqual(drawn(one, one.motion.at(1)));
      }),
      20,
    );
  });

  it('has stills that ascend from the beginning to the end', () => {
    holds(
      fc.property(motions, ({ motion: { stills } }) => {
        expect([stills[0], stills.at(-1)]).toEqual([0, 1]);
        expect(stills.toSorted((a, b) => a - b)).toEqual(stills);
      }),
      100,
    );
  });

  it('takes some time, which is a number', () => {
    holds(
      fc.property(motions, ({ motion: { duration } }) => {
        expect(duration > 0 && Number.isFinite(duration)).toBe(true);
      }),
      100,
    );
  });

  it('works for a matrix of one cell', () => {
    const only = { rows: 1, cols: 1, terms: 1, first: { row: 0, col: 0 } };
    const { at } = make(only);
    const begun = makes(only, 0, 0) ? 0 : 1;
    expect([at(0).shown(0, 0), at(1).shown(0, 0), at(1).cell]).toEqual([begun, 1, null]);
  });
});

/** Longer than this and nobody watches to the end. A transposed operand turns before its product forms. */
const limits: Readonly<Record<string, number>> = {
  'a product with a transposed operand': 7000,
};

describe.each(kinds)('the time that $kind takes', ({ kind, make }) => {
  const limit = limits[kind] ?? 6000;

  it(`is at most ${limit / 1000} s at every shape up to 32×32`, () => {
    const sizes = Array.from({ length: 32 }, (_, size) => size + 1);
    const [longest] = sizes
      .flatMap((rows) =>
        sizes.map((cols) => {
          const { duration } = make({ rows, cols, terms: 32, first: { row: 0, col: 0 } });
          return { shape: `${rows}×${cols}`, duration };
        }),
      )
      .toSorted((a, b) => b.duration - a.duration);
    expect(longest?.duration, longest?.shape).toBeLessThanOrEqual(limit);
  });
});

describe('what travels', () => {
  const parts = fc.double({ min: -1, max: 2 });

  it.each([
    [0, 0],
    [1, 1],
    [0.5, 0.5],
    [-1, 0],
    [2, 1],
  ])('has at %d come %d of its way', (part, way) => {
    expect(travelled(part)).toBe(way);
  });

  it('never turns back and never leaves its way', () => {
    holds(
      fc.property(parts, parts, (a, b) => {
        const [earlier, later] = [travelled(Math.min(a, b)), travelled(Math.max(a, b))];
        expect(earlier >= 0 && later <= 1 && earlier <= later + 1e-15).toBe(true);
      }),
      300,
    );
  });

  it('is slow at both ends', () => {
    expect([travelled(0.1) < 0.1, travelled(0.9) > 0.9]).toEqual([true, true]);
  });
});
