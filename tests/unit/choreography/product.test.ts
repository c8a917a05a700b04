/** A product forms term by term in its first cell, then along that cell's row, then row by row. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productMotion } from '../../../src/choreography/index.ts';
import { holds } from '../../support/property.ts';
import { beginOf, motionsOf, ofEvery, times } from './motions.ts';

const products = motionsOf(productMotion);

/** Times are compared in the millionths that `beginOf` tells apart. */
const slack = 3e-6;

describe('the first cell', () => {
  it('is under way from the beginning', () => {
    holds(
      fc.property(products, ({ motion, first }) => {
        expect(motion.at(0).cell).toEqual(first);
      }),
      100,
    );
  });

  it('is the first that is shown', () => {
    holds(
      fc.property(products, (one) => {
        const { motion, first } = one;
        const own = beginOf(motion, first.row, first.col);
        const sooner = ofEvery(one, (row, col) =>
          motion.at(own - slack).shown(row, col) > 0 ? [row, col] : null,
        ).filter(Boolean);
        expect(sooner).toEqual([]);
      }),
      100,
    );
  });

  it('is there before any other cell', () => {
    holds(
      fc.property(products, times, (one, t) => {
        const { shown } = one.motion.at(t);
        const others = ofEvery(one, (row, col) =>
          row === one.first.row && col === one.first.col ? 0 : shown(row, col),
        );
        if (shown(one.first.row, one.first.col) < 1) expect(Math.max(...others)).toBe(0);
      }),
      300,
    );
  });

  it('has its whole row there before any other row begins', () => {
    holds(
      fc.property(products, times, ({ motion, rows, cols, first }, t) => {
        const { shown } = motion.at(t);
        const lines = Array.from({ length: rows }, (_, row) =>
          Array.from({ length: cols }, (_x, col) => shown(row, col)),
        );
        const own = lines[first.row] ?? [];
        const others = lines.filter((_, row) => row !== first.row).flat();
        if (Math.min(...own) === 0) expect(Math.max(0, ...others)).toBe(0);
      }),
      300,
    );
  });
});

describe('terms', () => {
  it('have not landed when it begins', () => {
    holds(
      fc.property(products, ({ motion }) => {
        expect(motion.at(0).landed).toBe(0);
      }),
      100,
    );
  });

  it('are never more than there are', () => {
    holds(
      fc.property(products, times, ({ motion, terms }, t) => {
        const { landed } = motion.at(t);
        expect(landed >= 0 && landed <= terms).toBe(true);
      }),
      300,
    );
  });

  it('have all landed when the first cell begins to fill', () => {
    holds(
      fc.property(products, ({ motion, terms, first }) => {
        const filling = motion.at(beginOf(motion, first.row, first.col) + slack);
        expect(filling.landed).toBe(terms);
      }),
      200,
    );
  });

  it('have all landed once any other cell is under way', () => {
    holds(
      fc.property(products, times, ({ motion, terms, first }, t) => {
        const { cell, landed } = motion.at(t);
        const isFirst = cell?.row === first.row && cell.col === first.col;
        expect(isFirst || landed === terms).toBe(true);
      }),
      300,
    );
  });

  it('land one after the other, each at its own time', () => {
    holds(
      fc.property(products, ({ motion, terms }) => {
        const fine = Array.from({ length: 2000 }, (_, tick) =>
          Math.floor(motion.at(tick / 2000).landed),
        );
        expect(new Set(fine).size).toBeGreaterThanOrEqual(Math.min(terms, 20) + 1);
      }),
      20,
    );
  });
});

describe('the cell under way', () => {
  it('stays in the row of the first', () => {
    holds(
      fc.property(products, times, ({ motion, first }, t) => {
        expect(motion.at(t).cell?.row ?? first.row).toBe(first.row);
      }),
      300,
    );
  });

  it('is every cell of that row, once, the others from the left', () => {
    holds(
      fc.property(products, ({ motion, cols, first }) => {
        const seen = Array.from({ length: 4000 }, (_, tick) => motion.at(tick / 4000).cell?.col);
        const visited = seen.filter((col, tick) => col !== undefined && col !== seen[tick - 1]);
        const others = Array.from({ length: cols }, (_, col) => col).filter((c) => c !== first.col);
        expect(visited).toEqual([first.col, ...others]);
      }),
      30,
    );
  });

  it('fills while it is under way', () => {
    holds(
      fc.property(products, times, ({ motion, first }, t) => {
        const { cell, shown } = motion.at(t);
        const isFirst = cell?.col === first.col;
        // At the very instant at which it is come to, nothing of it is there yet.
        const later = motion.at(t + slack).shown;
        if (cell && !isFirst)
          expect(Math.max(shown(cell.row, cell.col), later(cell.row, cell.col))).toBeGreaterThan(0);
      }),
      300,
    );
  });

  it('is all there is where the matrix has one cell', () => {
    const { at, stills } = productMotion({ rows: 1, cols: 1, terms: 3, first: { row: 0, col: 0 } });
    const cells = Array.from({ length: 100 }, (_, tick) => at(tick / 100).cell);
    expect([at(0).landed, at(1).landed, stills.at(-1)]).toEqual([0, 3, 1]);
    expect(cells.filter((cell) => cell && (cell.row !== 0 || cell.col !== 0))).toEqual([]);
  });
});
