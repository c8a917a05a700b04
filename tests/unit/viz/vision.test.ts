/** Palettes hold for every kind of colour vision: tokens are told apart, legend steps too, and shares read without any hue. */
import { describe, expect, it } from 'vitest';
import { palettes, shareFill, signedFill } from '../../../src/viz/index.ts';
import { distance, kindsOfVision, lightness, seenAs } from '../../support/vision.ts';

const themes = Object.entries(palettes);

const closest = (colours: readonly string[], vision: (typeof kindsOfVision)[number]): number =>
  Math.min(...colours.flatMap((a, i) => colours.slice(i + 1).map((b) => distance(a, b, vision))));

describe('the simulation', () => {
  it('leaves greys as they are', () => {
    for (const vision of kindsOfVision) {
      const [, a, b] = seenAs('#808080', vision);
      expect(Math.hypot(a, b), vision).toBeLessThan(0.01);
    }
  });

  it('takes red from green where it should', () => {
    const apart = kindsOfVision.map((vision) => distance('#d62728', '#2ca02c', vision));
    expect(apart[1]).toBeLessThan(0.65 * apart[0]!);
    expect(apart[2]).toBeLessThan(0.65 * apart[0]!);
  });

  it('finds black and white as far apart as can be', () => {
    expect(distance('#000000', '#ffffff', 'normal')).toBeCloseTo(1, 3);
  });
});

describe.each(themes)('%s', (_, palette) => {
  it.each(kindsOfVision)('tokens are told apart with %s vision', (vision) => {
    // Blue and green come closest, for who cannot tell blue; the character beside a colour settles it.
    expect(closest(palette.tokens, vision)).toBeGreaterThan(0.07);
  });

  const steps = Array.from({ length: 11 }, (_x, i) => i / 10);

  it.each(kindsOfVision)('neighbours in the legend of values differ with %s vision', (vision) => {
    const fills = steps.map((t) => signedFill(palette, 2 * t - 1, 1));
    const apart = fills.slice(1).map((fill, i) => distance(fill, fills[i]!, vision));
    expect(Math.min(...apart)).toBeGreaterThan(0.02);
  });

  it.each(kindsOfVision)('the two signs differ with %s vision', (vision) => {
    for (const value of [0.4, 0.6, 0.8, 1]) {
      const apart = distance(signedFill(palette, value, 1), signedFill(palette, -value, 1), vision);
      expect(apart, `±${value}`).toBeGreaterThan(0.06);
    }
  });

  it.each(kindsOfVision)('neighbours in the legend of shares differ with %s vision', (vision) => {
    const fills = steps.map((t) => shareFill(palette, t));
    const apart = fills.slice(1).map((fill, i) => distance(fill, fills[i]!, vision));
    expect(Math.min(...apart)).toBeGreaterThan(0.02);
  });

  it('shares are monotonic in greyscale', () => {
    const levels = Array.from({ length: 101 }, (_x, i) => lightness(shareFill(palette, i / 100)));
    const towards = Math.sign(levels.at(-1)! - levels[0]!);
    const wrong = levels.slice(1).filter((level, i) => (level - levels[i]!) * towards <= 0);
    expect(wrong).toEqual([]);
  });
});
