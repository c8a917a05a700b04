/** A sum, a cut and a chain: rows added one behind the other, seams that open, stations one after the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainMotion, cutMotion, rowOnItsWay, sumMotion } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { beginOf, motionsOf, spans, times } from './motions.ts';

const sums = motionsOf(sumMotion);

describe('a sum', () => {
  it('has no term landed when it begins', () => {
    holds(
      fc.property(sums, ({ motion }) => {
        expect(motion.at(0).landed).toBe(0);
      }),
      100,
    );
  });

  it('never has more terms than there are', () => {
    holds(
      fc.property(sums, times, ({ motion, terms }, t) => {
        const { landed } = motion.at(t);
        expect(landed >= 0 && landed <= terms).toBe(true);
      }),
      200,
    );
  });

  it('has all terms landed when its row begins to fill', () => {
    holds(
      fc.property(sums, ({ motion, terms, first }) => {
        const begin = beginOf(motion, first.row, first.col);
        expect(motion.at(begin + 3e-6).landed).toBe(terms);
      }),
      100,
    );
  });

  it('looks at its one cell all the time', () => {
    holds(
      fc.property(sums, times, ({ motion, first }, t) => {
        expect(motion.at(t).cell).toEqual(t < 1 ? first : null);
      }),
      200,
    );
  });

  it('leaves the other rows where they are', () => {
    holds(
      fc.property(sums, times, ({ motion, rows, first }, t) => {
        const { shown } = motion.at(t);
        const others = Array.from({ length: rows }, (_, row) => row).filter((r) => r !== first.row);
        expect(others.filter((row) => shown(row, 0) !== 1)).toEqual([]);
      }),
      100,
    );
  });

  it('has a still for every row that has landed', () => {
    holds(
      fc.property(sums, ({ motion, terms }) => {
        const landed = motion.stills.map((t) => Math.round(motion.at(t).landed));
        expect(new Set(landed)).toEqual(new Set(Array.from({ length: terms + 1 }, (_, i) => i)));
      }),
      50,
    );
  });
});

describe('a row on its way into a sum', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [-1, 0, 0],
    [2, 1, 1],
  ])('at %d has travelled %d and dropped %d', (part, travel, drop) => {
    expect(rowOnItsWay(part)).toEqual({ travel, drop });
  });

  it('drops only after it has travelled', () => {
    holds(
      fc.property(times, (part) => {
        const { travel, drop } = rowOnItsWay(part);
        expect(drop === 0 || travel === 1).toBe(true);
      }),
      200,
    );
  });
});

describe('a cut', () => {
  const { at } = cutMotion();

  it('begins closed and ends open', () => {
    expect([at(0).part, at(1).part]).toEqual([0, 1]);
  });

  it('never closes again', () => {
    holds(
      fc.property(spans, ([earlier, later]) => {
        expect(at(later).part).toBeGreaterThanOrEqual(at(earlier).part);
      }),
      200,
    );
  });
});

describe('a chain', () => {
  const counts = fc.integer({ min: 1, max: 12 });

  const stationsAt = (count: number, t: number): number[] => {
    const { station } = chainMotion(count).at(t);
    return Array.from({ length: count }, (_, index) => station(index));
  };

  it('begins at no station and ends with all of them', () => {
    holds(
      fc.property(counts, (count) => {
        expect([...new Set(stationsAt(count, 0)), ...new Set(stationsAt(count, 1))]).toEqual([
          0, 1,
        ]);
      }),
      20,
    );
  });

  it('reaches its stations in order', () => {
    holds(
      fc.property(counts, times, (count, t) => {
        const parts = stationsAt(count, t);
        expect(parts.toSorted((a, b) => b - a)).toEqual(parts);
      }),
      200,
    );
  });

  it('leaves no station that it has reached', () => {
    holds(
      fc.property(counts, spans, (count, [earlier, later]) => {
        const before = stationsAt(count, earlier);
        const gone = stationsAt(count, later).filter((part, index) => part < (before[index] ?? 0));
        expect(gone).toEqual([]);
      }),
      200,
    );
  });

  it('looks closely at no cell', () => {
    holds(
      fc.property(counts, times, (count, t) => {
        expect(chainMotion(count).at(t).cell).toBeNull();
      }),
      100,
    );
  });
});
