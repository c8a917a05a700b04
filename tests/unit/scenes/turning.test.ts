/** Where the cells of a matrix are while its rows swing to columns: a rotation that starts at one seat and ends at the other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poseOf, turnedSeat, uprightSeat } from '../../../src/scenes/stage/turn.ts';
import { falkLayout, metricsFor } from '../../../src/viz/index.ts';
import { holds } from '../../support/property.ts';

const size = { width: 760, height: 560 };
const metrics = metricsFor('reader', size, { width: 1440, height: 900 });

const layouts = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), terms: fc.integer({ min: 1, max: 9 }) })
  .map(({ rows, terms }) => ({
    upright: { rows, terms, room: rows },
    layout: falkLayout(
      size,
      { m: rows, k: terms, n: rows, rowChips: true, colChips: true },
      metrics,
    ),
  }));

const seats = (
  {
    upright,
    layout,
  }: {
    upright: { rows: number; terms: number; room: number };
    layout: ReturnType<typeof falkLayout>;
  },
  turned: number,
) =>
  Array.from({ length: upright.rows }, (_, row) =>
    Array.from({ length: upright.terms }, (_x, place) =>
      turnedSeat(poseOf(layout, upright, row, turned), place, layout.cell),
    ),
  );

describe('rows that swing', () => {
  it.each([
    [size, 5, 7],
    [size, 7, 5],
    [{ width: 460, height: 240 }, 5, 7],
  ])('begin inside the stage %o where %i rows ask %i', (stage, m, n) => {
    const shape = { m, k: 3, n, rowChips: true, colChips: true, uprightRows: n };
    const layout = falkLayout(stage, shape, metrics);
    const { y } = uprightSeat(layout, { rows: n, terms: 3, room: m });
    expect([y >= 0, y + n * layout.cell <= stage.height]).toEqual([true, true]);
  });

  it('begin as rows, one below the other', () => {
    holds(
      fc.property(layouts, (one) => {
        const { x, y } = uprightSeat(one.layout, one.upright);
        const { cell } = one.layout;
        for (const [row, cells] of seats(one, 0).entries())
          for (const [place, seat] of cells.entries()) {
            expect(seat.x).toBeCloseTo(x + place * cell, 6);
            expect(seat.y).toBeCloseTo(y + row * cell, 6);
          }
      }),
      60,
    );
  });

  it('end as columns of the transposed matrix', () => {
    holds(
      fc.property(layouts, (one) => {
        const { right, cell } = one.layout;
        for (const [row, cells] of seats(one, 1).entries())
          for (const [place, seat] of cells.entries()) {
            expect(seat.x).toBeCloseTo(right.x + row * cell, 6);
            expect(seat.y).toBeCloseTo(right.y + place * cell, 6);
          }
      }),
      60,
    );
  });

  it('keep the distance of their cells on the way: nothing is stretched', () => {
    holds(
      fc.property(layouts, fc.double({ min: 0, max: 1, noNaN: true }), (one, turned) => {
        for (const cells of seats(one, turned))
          for (const [place, seat] of cells.slice(1).entries()) {
            const before = cells[place];
            if (!before) throw new Error('no cell before');
            expect(Math.hypot(seat.x - before.x, seat.y - before.y)).toBeCloseTo(
              one.layout.cell,
              6,
            );
          }
      }),
      60,
    );
  });
});
