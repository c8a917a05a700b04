/** The palettes: the same colours as the style sheet, ink that reads on every fill, ramps that start at paper. */
import { readFileSync } from 'node:fs';
import { hsl, rgb } from 'd3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  inkOn,
  mix,
  palettes,
  quietInkOn,
  shareFill,
  signedFill,
  tokenHue,
  type PaletteName,
} from '../../../src/viz/index.ts';
import { holds } from '../../support/property.ts';

const names = Object.keys(palettes) as PaletteName[];
const css = readFileSync(new URL('../../../src/app/tokens.css', import.meta.url), 'utf8');

/** The custom properties of one rule of the style sheet. */
const declarations = (selector: string): Record<string, string> => {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>;
};

const root = declarations(':root');
const sheets: Record<PaletteName, Record<string, string>> = {
  light: root,
  dark: { ...root, ...declarations("[data-theme='dark']") },
  projector: { ...root, ...declarations("[data-theme='projector']") },
};

const shared = {
  paper: 'paper',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  hair: 'hair',
  hair2: 'hair-2',
  hatch: 'hatch',
} as const;

describe.each(names)('%s and the style sheet', (name) => {
  it.each(Object.keys(shared) as (keyof typeof shared)[])('agree on %s', (key) => {
    const inSheet = sheets[name][shared[key]] ?? 'missing';
    expect(inSheet.toLowerCase()).toBe(palettes[name][key].toLowerCase());
  });

  it('agree on the tint of chips', () => {
    expect(sheets[name]['chip-tint']).toBe(`${palettes[name].chipTint * 100}%`);
  });
});

const luminance = (colour: string): number => {
  const { r, g, b } = rgb(colour);
  const [lr, lg, lb] = [r, g, b].map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * lr + 0.7152 * lg + 0.0722 * lb;
};

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#777777', 1],
    ['#767676', '#ffffff', 4.54],
  ])('of %s on %s is %d', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
  });
});

describe.each(names)('text in %s', (name) => {
  const palette = palettes[name];

  it.each([
    ['ink', 7],
    ['ink2', 7],
    ['ink3', 4.5],
  ] as const)('in %s reads on paper at %d', (ink, least) => {
    expect(contrast(palette[ink], palette.paper)).toBeGreaterThanOrEqual(least);
  });
});

describe.each(names)('the ramps of %s', (name) => {
  const palette = palettes[name];
  const places = Array.from({ length: 401 }, (_, index) => index / 400);

  it('show 0 as paper, signed', () => {
    expect(signedFill(palette, 0, 2.2)).toBe(palette.paper.toLowerCase());
  });

  it('show −0 as paper, signed', () => {
    expect(signedFill(palette, -0, 2.2)).toBe(palette.paper.toLowerCase());
  });

  it('show 0 as paper, shares', () => {
    expect(shareFill(palette, 0)).toBe(palette.paper.toLowerCase());
  });

  it.each([
    [-3, 0],
    [-1.5, 1],
    [1.5, 3],
    [3, 4],
  ])('show %d of a domain of 3 as their stop %i', (value, stop) => {
    expect(signedFill(palette, value, 3)).toBe(palette.signed[stop]?.toLowerCase());
  });

  it('are symmetric: what is twice the domain is the domain', () => {
    expect([signedFill(palette, 9, 3), signedFill(palette, -9, 3)]).toEqual([
      signedFill(palette, 3, 3),
      signedFill(palette, -3, 3),
    ]);
  });

  it('depend on value over domain only', () => {
    // Powers of two keep the quotient exact.
    holds(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (t) => {
        expect(signedFill(palette, t * 4, 4)).toBe(signedFill(palette, t, 1));
      }),
    );
  });

  it('grow steadily away from paper in shares', () => {
    const steps = places.map((t) => luminance(shareFill(palette, t)));
    const towards = Math.sign(luminance(palette.ink) - luminance(palette.paper));
    const back = steps.filter((value, i) => i > 0 && (value - steps[i - 1]!) * towards < 0);
    expect(back).toEqual([]);
  });

  it.each([-1, 1])('grow steadily away from paper in signed values, side %i', (side) => {
    const steps = places.map((t) => contrast(signedFill(palette, side * t, 1), palette.paper));
    expect(steps.filter((value, i) => i > 0 && value < steps[i - 1]! - 1e-9)).toEqual([]);
  });

  it('tell the sign by hue', () => {
    const [negative, positive] = [-0.5, 0.5].map((t) => hsl(signedFill(palette, t, 1)).h) as [
      number,
      number,
    ];
    const apart = Math.abs(negative - positive);
    expect(Math.min(apart, 360 - apart)).toBeGreaterThan(90);
  });

  it.each([-5, 5, Number.NaN])('have a colour for the share %d, as it may be set by hand', (t) => {
    expect(shareFill(palette, t)).toMatch(/^#[0-9a-f]{6}$/i);
  });

  it('carry black or white ink at 4.5 everywhere', () => {
    const fills = places.flatMap((t) => [
      shareFill(palette, t),
      signedFill(palette, t, 1),
      signedFill(palette, -t, 1),
    ]);
    expect(fills.filter((fill) => contrast(inkOn(fill), fill) < 4.5)).toEqual([]);
  });
});

describe('ink', () => {
  const colours = fc
    .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
    .map(([r, g, b]) => rgb(r, g, b).formatHex());

  it('is black or white at 4.58 on any colour at all', () => {
    holds(
      fc.property(colours, (fill) => contrast(inkOn(fill), fill) >= 4.58),
      1000,
    );
  });

  it.each(names)('on dimmed fills keeps 3.5 in %s', (name) => {
    holds(
      fc.property(colours, (fill) => contrast(quietInkOn(palettes[name], fill), fill) >= 3.5),
      1000,
    );
  });

  it.each(names)('on paper, dimmed, is the quietest in %s', (name) => {
    expect(quietInkOn(palettes[name], palettes[name].paper)).toBe(palettes[name].ink3);
  });
});

describe('mix', () => {
  it.each([
    [0, '#ffffff'],
    [1, '#000000'],
    [0.5, '#808080'],
  ])('of white and black at %d is %s', (share, want) => {
    expect(mix('#FFFFFF', '#000000', share)).toBe(want);
  });
});

describe.each(names)('the tokens of %s', (name) => {
  const palette = palettes[name];

  it('have five hues of their own', () => {
    expect(new Set(palette.tokens).size).toBe(5);
  });

  it('use them again in longer sentences', () => {
    expect([5, 6, 11].map((place) => tokenHue(palette, place))).toEqual(
      [0, 1, 1].map((place) => tokenHue(palette, place)),
    );
  });

  it('keep the sentence readable on their chips', () => {
    const chips = palette.tokens.map((hue) => mix(palette.paper, hue, palette.chipTint));
    expect(chips.filter((chip) => contrast(palette.ink2, chip) < 4.5)).toEqual([]);
  });
});
