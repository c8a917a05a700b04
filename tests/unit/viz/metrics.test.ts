/** The sizes a frame allows: no type under its floor, on any screen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  metricsFor,
  numeralSize,
  textWidth,
  type FrameKind,
  type Metrics,
  type Size,
} from '../../../src/viz/index.ts';
import { holds } from '../../support/property.ts';

const kinds: readonly FrameKind[] = ['reader', 'present', 'embed'];

const sizes: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 200, max: 1920 }),
  height: fc.integer({ min: 150, max: 1080 }),
});

const metrics: fc.Arbitrary<Metrics> = fc
  .tuple(fc.constantFrom(...kinds), sizes)
  .map(([kind, size]) => metricsFor(kind, size, size));

describe('numeralSize', () => {
  const texts = fc.constantFrom('0.00', '−0.00', '−12.34', '−0.000', '1.23', '−∞');

  it('is 0 or at least the frame’s smallest type', () => {
    holds(
      fc.property(fc.double({ min: 0, max: 120, noNaN: true }), texts, metrics, (cell, text, m) => {
        const size = numeralSize(cell, text, m);
        expect(size === 0 || size >= m.micro).toBe(true);
      }),
      500,
    );
  });

  it('is never larger than the frame’s numerals, its floor aside', () => {
    holds(
      fc.property(fc.double({ min: 0, max: 300, noNaN: true }), texts, metrics, (cell, text, m) => {
        expect(numeralSize(cell, text, m)).toBeLessThanOrEqual(Math.max(m.numeralMax, m.micro));
      }),
      500,
    );
  });

  it('does not shrink in a larger cell', () => {
    const cell = fc.double({ min: 0, max: 120, noNaN: true });
    holds(
      fc.property(cell, cell, texts, metrics, (a, b, text, m) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        expect(numeralSize(small, text, m)).toBeLessThanOrEqual(numeralSize(large, text, m));
      }),
      500,
    );
  });

  it('shows a number in an enlarged picture where it would in a cell as large as that is seen', () => {
    const zooms = fc.double({ min: 1, max: 8, noNaN: true });
    holds(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        zooms,
        texts,
        metrics,
        (cell, zoom, text, m) => {
          const pixel = 1 / zoom;
          const fine = { ...m, pixel, micro: m.micro * pixel };
          expect(numeralSize(cell, text, fine) > 0).toBe(numeralSize(cell * zoom, text, m) > 0);
        },
      ),
      500,
    );
  });

  it('shows four digits at 44 px in the reader and nothing at 14', () => {
    const m = metricsFor('reader', { width: 800, height: 600 }, { width: 1440, height: 900 });
    expect([numeralSize(44, '−0.00', m) > 0, numeralSize(14, '−0.00', m)]).toEqual([true, 0]);
  });
});

describe('metricsFor', () => {
  it('keeps the projector’s smallest type at 1/45 of the screen’s height', () => {
    const heights = fc.integer({ min: 500, max: 2160 });
    holds(
      fc.property(heights, sizes, (height, stage) => {
        const { micro } = metricsFor('present', stage, { width: 1920, height });
        expect(micro).toBeGreaterThanOrEqual(height / 45 - 1e-9);
      }),
    );
  });

  it('has 24 px as smallest type on a projector of 1080 lines', () => {
    const screen = { width: 1920, height: 1080 };
    expect(metricsFor('present', screen, screen).micro).toBe(24);
  });

  it.each(['reader', 'embed'] as const)('has 11 px as smallest type in %s', (kind) => {
    const stage = { width: 700, height: 500 };
    expect(metricsFor(kind, stage, stage).micro).toBe(11);
  });

  it.each([
    [320, true],
    [390, true],
    [400, false],
  ])('at %i px, phones below and embeds from 400 up, is narrow: %s', (width, narrow) => {
    const stage = { width, height: 500 };
    expect(metricsFor('reader', stage, stage).narrow).toBe(narrow);
  });

  it('is tighter in an embed than in the reader', () => {
    const stage = { width: 900, height: 600 };
    expect(metricsFor('embed', stage, stage).cellMax).toBeLessThan(
      metricsFor('reader', stage, stage).cellMax,
    );
  });
});

describe('textWidth', () => {
  it('counts Han characters as squares', () => {
    expect(textWidth('注意力', 10)).toBe(30);
  });

  it('counts Latin letters as about half', () => {
    expect(textWidth('abcd', 10)).toBeCloseTo(23.2, 6);
  });
});
