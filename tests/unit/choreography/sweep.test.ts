/** Sweeps: rows come from the top, columns from the right; the mask is both, scores before shares. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskMotion, sweepMotion } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { motionsOf, times } from './motions.ts';

const fast = motionsOf(({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows' }));
const slow = motionsOf(({ rows, cols }) => sweepMotion({ rows, cols, by: 'rows', slow: true }));
const columns = motionsOf(({ rows, cols }) => sweepMotion({ rows, cols, by: 'columns' }));
const masks = motionsOf(maskMotion);

/** Places at which a list of parts rises. */
const rises = (parts: readonly number[]): number[] =>
  parts.flatMap((part, place) => (place > 0 && part > (parts[place - 1] ?? 0) ? [place] : []));

const indices = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe.each([
  ['rows', fast],
  ['slow rows', slow],
])('%s', (_, sweeps) => {
  it('come from the top', () => {
    holds(
      fc.property(sweeps, times, ({ motion, rows, cols }, t) => {
        const { shown } = motion.at(t);
        for (const col of indices(cols))
          expect(rises(indices(rows).map((row) => shown(row, col)))).toEqual([]);
      }),
      200,
    );
  });

  it('fill from the left', () => {
    holds(
      fc.property(sweeps, times, ({ motion, rows, cols }, t) => {
        const { shown } = motion.at(t);
        for (const row of indices(rows))
          expect(rises(indices(cols).map((col) => shown(row, col)))).toEqual([]);
      }),
      200,
    );
  });

  it('are come to one after the other, from the first to the last', () => {
    holds(
      fc.property(sweeps, ({ motion, rows }) => {
        const seen = Array.from({ length: 4000 }, (_x, tick) => motion.at(tick / 4000).cell?.row);
        const visited = seen.filter((row, tick) => row !== undefined && row !== seen[tick - 1]);
        expect(visited).toEqual(indices(rows));
      }),
      30,
    );
  });

  it('begin to fill only when they are come to', () => {
    holds(
      fc.property(sweeps, times, ({ motion, rows, cols }, t) => {
        const { cell, shown } = motion.at(t);
        const below = cell ? indices(rows).filter((row) => row > cell.row) : [];
        const early = below.flatMap((row) => indices(cols).map((col) => shown(row, col)));
        expect(Math.max(0, ...early)).toBe(0);
      }),
      200,
    );
  });

  it('have no terms to wait for', () => {
    holds(
      fc.property(sweeps, times, ({ motion }, t) => {
        expect(motion.at(t).landed).toBe(Number.POSITIVE_INFINITY);
      }),
      50,
    );
  });
});

describe('slow rows', () => {
  it('leave their first half to something else', () => {
    holds(
      fc.property(slow, times, ({ motion, cols }, t) => {
        const { cell, part, shown } = motion.at(t);
        if (!cell || part >= 0.499) return;
        expect(Math.max(...indices(cols).map((col) => shown(cell.row, col)))).toBe(0);
      }),
      300,
    );
  });

  it('take at least as long as others', () => {
    holds(
      fc.property(slow, ({ rows, cols, motion }) => {
        const quick = sweepMotion({ rows, cols, by: 'rows' });
        // Where there are many rows, both are as quick as they can be.
        expect(motion.duration).toBeGreaterThan(quick.duration - 500);
      }),
      100,
    );
  });
});

describe('columns', () => {
  it('come from the right', () => {
    holds(
      fc.property(columns, times, ({ motion, rows, cols }, t) => {
        const { shown } = motion.at(t);
        for (const row of indices(rows)) {
          const fromRight = indices(cols).map((col) => shown(row, cols - 1 - col));
          expect(rises(fromRight)).toEqual([]);
        }
      }),
      200,
    );
  });

  it('have no cell that is looked at closely', () => {
    holds(
      fc.property(columns, times, ({ motion }, t) => {
        expect(motion.at(t).cell).toBeNull();
      }),
      100,
    );
  });
});

describe('the mask', () => {
  it('comes over the scores from the right', () => {
    holds(
      fc.property(masks, times, ({ motion, rows, cols }, t) => {
        const { between } = motion.at(t);
        for (const row of indices(rows)) {
          const fromRight = indices(cols).map((col) => between(row, cols - 1 - col));
          expect(rises(fromRight)).toEqual([]);
        }
      }),
      200,
    );
  });

  it('is over all scores before the first share changes', () => {
    holds(
      fc.property(masks, times, ({ motion, rows, cols }, t) => {
        const { between, shown } = motion.at(t);
        const cells = indices(rows * cols).map((p) => [Math.floor(p / cols), p % cols] as const);
        const least = Math.min(...cells.map(([row, col]) => between(row, col)));
        const most = Math.max(...cells.map(([row, col]) => shown(row, col)));
        expect(most === 0 || least === 1).toBe(true);
      }),
      200,
    );
  });

  it('begins with no score masked', () => {
    holds(
      fc.property(masks, ({ motion, rows, cols }) => {
        const { between } = motion.at(0);
        const cells = indices(rows * cols).map((p) => between(Math.floor(p / cols), p % cols));
        expect(Math.max(...cells)).toBe(0);
      }),
      50,
    );
  });

  it('comes to a row only for its shares', () => {
    holds(
      fc.property(masks, times, ({ motion }, t) => {
        const { cell, between } = motion.at(t);
        expect(cell === null || between(0, 0) === 1).toBe(true);
      }),
      200,
    );
  });
});
