/** Holds a computed matrix against a reference and says exactly where they part. */
import { expect } from 'vitest';
import { at, shapeOf, type Matrix } from '../../src/math/index.ts';

export interface Place {
  readonly case: string;
  readonly stage: string;
  readonly head?: number;
}

/** |got − want| ≤ tolerance · max(1, |want|); infinities and NaN only agree with themselves. */
export const isClose = (got: number, want: number, tolerance: number): boolean =>
  got === want ||
  Object.is(got, want) ||
  (Number.isFinite(want) && Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want)));

/** Fails with case, stage, head, row, column, got and want of every entry that is off (the first ten). */
export const expectAgreement = (
  place: Place,
  got: Matrix,
  want: Matrix,
  tolerance: number,
): void => {
  expect(shapeOf(got), `${place.case}, ${place.stage}: shape`).toBe(shapeOf(want));
  const off: string[] = [];
  for (let row = 0; row < want.rows; row++) {
    for (let col = 0; col < want.cols; col++) {
      const [g, w] = [at(got, row, col), at(want, row, col)];
      if (!isClose(g, w, tolerance)) {
        off.push(
          `case "${place.case}", stage ${place.stage}, head ${place.head ?? '–'}, row ${row}, column ${col}: got ${g}, want ${w}`,
        );
      }
    }
  }
  expect(off.slice(0, 10), `${off.length} entries off`).toEqual([]);
};
