/** Printed numbers: real minus signs, never −0, fixed digits; and `=` only where the printed operands make the printed result. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  equalsSign,
  factorNumeral,
  numeral,
  percent,
  printedValue,
  signedNumeral,
} from '../../../src/viz/index.ts';
import { holds } from '../../support/property.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const digitCounts = fc.integer({ min: 0, max: 4 });

describe('numeral', () => {
  it.each([
    [1.005, '1.01'],
    [0, '0.00'],
    [-0, '0.00'],
    [-0.001, '0.00'],
    [-0.004999, '0.00'],
    [-0.006, '−0.01'],
    [-1.5, '−1.50'],
    [12_345.678, '12345.68'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [Number.NaN, 'NaN'],
  ])('prints %d as %s', (value, text) => {
    expect(numeral(value)).toBe(text);
  });

  it('has as many decimals as it was asked for', () => {
    holds(
      fc.property(finite, fc.integer({ min: 1, max: 4 }), (value, digits) => {
        expect(numeral(value, digits)).toMatch(new RegExp(`^−?\\d+\\.\\d{${digits}}$`));
      }),
      500,
    );
  });

  it('never uses a hyphen for minus', () => {
    holds(fc.property(fc.double(), digitCounts, (v, d) => !numeral(v, d).includes('-')));
  });

  it('never prints a negative zero', () => {
    const small = fc.double({ min: -0.1, max: 0.1, noNaN: true });
    holds(
      fc.property(
        small,
        digitCounts,
        (value, digits) => !/^−0(\.0*)?$/.test(numeral(value, digits)),
      ),
      500,
    );
  });

  it('is at most half a unit of its last digit away', () => {
    holds(
      fc.property(finite, digitCounts, (value, digits) => {
        expect(Math.abs(printedValue(value, digits) - value)).toBeLessThanOrEqual(
          0.5 * 10 ** -digits + 1e-9,
        );
      }),
      500,
    );
  });

  it('prints an opposite with the opposite sign', () => {
    holds(
      fc.property(finite, (value) => {
        const bare = numeral(Math.abs(value));
        const zero = /^0\.00$/.test(bare);
        expect(numeral(-Math.abs(value))).toBe(zero ? bare : `−${bare}`);
      }),
    );
  });
});

describe('signedNumeral', () => {
  it.each([
    [1.5, '+1.50'],
    [0, '+0.00'],
    [-0, '+0.00'],
    [-0.001, '+0.00'],
    [-2, '−2.00'],
    [-Infinity, '−∞'],
    [Number.NaN, 'NaN'],
  ])('prints %d as %s', (value, text) => {
    expect(signedNumeral(value)).toBe(text);
  });
});

describe('factorNumeral', () => {
  it.each([
    [-1.5, '(−1.50)'],
    [1.5, '1.50'],
    [-0.001, '0.00'],
    [-Infinity, '(−∞)'],
  ])('prints %d as %s', (value, text) => {
    expect(factorNumeral(value)).toBe(text);
  });
});

describe('percent', () => {
  it.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.0049, '<1%'],
    [0.005, '1%'],
    [0.345, '35%'],
    [0.999, '>99%'],
    [1, '100%'],
  ])('prints %d as %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});

describe('printedValue', () => {
  it('is the value of what numeral prints', () => {
    holds(
      fc.property(finite, digitCounts, (value, digits) => {
        expect(numeral(printedValue(value, digits), digits)).toBe(numeral(value, digits));
      }),
    );
  });
});

/** A number of the 0.01 grid, as hundredths. */
const hundredths = fc.integer({ min: -500, max: 500 });

/** An exact decimal of 10^−places, rounded half away from zero to `digits` places; null where that loses something. */
const exactly = (units: bigint, places: number, digits: number): bigint | null => {
  const step = 10n ** BigInt(places - digits);
  return units % step === 0n ? units / step : null;
};

describe('equalsSign', () => {
  it('is = for a product of printed operands exactly where the result has no more digits', () => {
    holds(
      fc.property(hundredths, hundredths, fc.constantFrom(2, 3, 4), (a, b, digits) => {
        const product = (a / 100) * (b / 100);
        const exact = exactly(BigInt(a) * BigInt(b), 4, digits);
        expect(equalsSign(product, product, digits)).toBe(exact === null ? '≈' : '=');
      }),
      2000,
    );
  });

  it('is = for a sum of products exactly where the printed result is that sum', () => {
    const pairs = fc.array(fc.tuple(hundredths, hundredths), { minLength: 1, maxLength: 9 });
    holds(
      fc.property(pairs, fc.constantFrom(2, 3, 4), (list, digits) => {
        const sum = list.reduce((total, [a, b]) => total + (a / 100) * (b / 100), 0);
        const units = list.reduce((total, [a, b]) => total + BigInt(a) * BigInt(b), 0n);
        expect(equalsSign(sum, sum, digits)).toBe(exactly(units, 4, digits) === null ? '≈' : '=');
      }),
      1000,
    );
  });

  it('compares a column of printed terms with the printed total, digit by digit', () => {
    const terms = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: 1,
      maxLength: 9,
    });
    const thousandths = (value: number): bigint =>
      BigInt(numeral(value, 3).replace('−', '-').replace('.', ''));
    holds(
      fc.property(terms, (values) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        const printed = values.reduce((sum, value) => sum + printedValue(value, 3), 0);
        const units = values.reduce((sum, value) => sum + thousandths(value), 0n);
        expect(equalsSign(printed, total, 3)).toBe(units === thousandths(total) ? '=' : '≈');
      }),
      1000,
    );
  });

  it('is ≈ where the printed result misses by one digit', () => {
    expect(equalsSign(0.12, 0.126, 2)).toBe('≈');
  });

  it('is ≈ where the operands make digits that are not printed', () => {
    expect(equalsSign(0.125, 0.125, 2)).toBe('≈');
  });

  it('is = across a zero of either sign', () => {
    expect(equalsSign(0, -0, 2)).toBe('=');
  });

  it.each([Infinity, -Infinity, Number.NaN])('is ≈ where the operands make %d', (remade) => {
    expect(equalsSign(remade, remade, 2)).toBe('≈');
  });
});
