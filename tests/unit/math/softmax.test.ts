/** Softmax against 80-digit arithmetic, against PyTorch where numbers end, and against its own laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, fromRows, softmaxRows, toRows } from '../../../src/math/index.ts';
import { entries } from '../../support/arbitraries.ts';
import { matrixFrom, readFixture } from '../../support/fixtures.ts';
import { holds } from '../../support/property.ts';

interface SoftmaxCases {
  readonly softmax: readonly { name: string; input: number[]; expected: number[] }[];
  readonly softmax_nonfinite: readonly {
    name: string;
    input: (number | string)[];
    torch64: (number | string)[];
  }[];
}

const cases = readFixture<SoftmaxCases>('softmax-cases.json');
const softmaxOf = (row: readonly number[]): number[] => toRows(softmaxRows(fromRows([row])))[0]!;

describe('finite rows, to 1e-15 absolute', () => {
  it('has all 24 cases', () => {
    expect(cases.softmax).toHaveLength(24);
  });

  it.each(cases.softmax)('$name', ({ input, expected }) => {
    const off = softmaxOf(input).flatMap((got, col) =>
      Math.abs(got - expected[col]!) <= 1e-15
        ? []
        : [`column ${col}: got ${got}, want ${expected[col]}`],
    );
    expect(off).toEqual([]);
  });
});

describe('rows with infinities or NaN', () => {
  it('has all 7 cases', () => {
    expect(cases.softmax_nonfinite).toHaveLength(7);
  });

  it.each(cases.softmax_nonfinite)('$name', ({ name, input, torch64 }) => {
    const got = softmaxOf(input.map(Number));
    // Our rule parts from PyTorch here: a query that may look nowhere looks nowhere.
    const want = name === 'all-neginf' ? input.map(() => 0) : torch64.map(Number);
    for (const [col, value] of want.entries()) {
      if (Number.isNaN(value)) expect(got[col]).toBeNaN();
      else expect(Math.abs(got[col]! - value)).toBeLessThanOrEqual(1e-15);
    }
  });

  it('one bad row leaves the others alone', () => {
    const m = fromRows([
      [Number.NaN, 0],
      [0, 0],
      [-Infinity, -Infinity],
    ]);
    expect(toRows(softmaxRows(m))).toEqual([
      [Number.NaN, Number.NaN],
      [0.5, 0.5],
      [0, 0],
    ]);
  });
});

describe('laws', () => {
  const rows = fc.array(entries(700), { minLength: 1, maxLength: 12 });

  it('shares sum to 1', () => {
    holds(
      fc.property(rows, (row) => {
        const total = softmaxOf(row).reduce((a, b) => a + b, 0);
        expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-12);
      }),
      200,
    );
  });

  it('adding the same number to all scores changes nothing', () => {
    holds(
      fc.property(fc.array(entries(30), { minLength: 1 }), entries(30), (row, shift) => {
        const shifted = softmaxOf(row.map((score) => score + shift));
        for (const [col, share] of softmaxOf(row).entries()) {
          expect(Math.abs(shifted[col]! - share)).toBeLessThanOrEqual(1e-12);
        }
      }),
      200,
    );
  });

  it('a larger score never gets a smaller share', () => {
    holds(
      fc.property(rows, (row) => {
        const sorted = row.toSorted((a, b) => a - b);
        const shares = softmaxOf(sorted);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      }),
      200,
    );
  });

  it('rows do not see each other', () => {
    const m = fromRows([
      [1, 2],
      [30, 4],
    ]);
    expect(toRows(softmaxRows(m))).toEqual([softmaxOf([1, 2]), softmaxOf([30, 4])]);
  });

  it('Float32 is the rounded Float64', () => {
    const shares = softmaxRows(matrixFrom(1, 3, [2, 1, 3], 'Float32'));
    expect([...shares.data]).toEqual(softmaxOf([2, 1, 3]).map(Math.fround));
    expect(at(shares, 0, 2)).toBe(Math.fround(0.6652409557748219));
  });
});
