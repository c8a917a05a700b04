/** How a cell looks: sign by form, dimming that keeps numerals readable, shares that are never dimmed. */
import { describe, expect, it } from 'vitest';
import {
  contrast,
  paintCell,
  palettes,
  type Emphasis,
  type PaintOptions,
  type PaletteName,
  type Rule,
} from '../../../src/viz/index.ts';

const names = Object.keys(palettes) as PaletteName[];
const emphases: readonly Emphasis[] = [
  'plain',
  'target',
  'operand',
  'cross',
  'rest',
  'operand-rest',
];
const dimmed: readonly Emphasis[] = ['cross', 'rest', 'operand-rest'];
const values = Array.from({ length: 81 }, (_, index) => (index - 40) / 40);

const options = (
  name: PaletteName,
  rule: Rule,
  hue: string | null,
  round = false,
): PaintOptions => ({
  palette: palettes[name],
  rule,
  domain: 1,
  hue,
  round,
});

const grounds = (name: PaletteName, rule: Rule): readonly (string | null)[] =>
  rule === 'share' ? [null] : [null, ...palettes[name].tokens, palettes[name].neutral];

/** What a numeral stands on: the fill, or paper inside an open form. */
const groundOf = (name: PaletteName, form: string, colour: string): string =>
  form === 'ring' || form === 'frame' ? palettes[name].paper : colour;

describe.each(names)('numerals in %s', (name) => {
  const contrastsOf = (states: readonly Emphasis[], rule: Rule): number[] =>
    grounds(name, rule).flatMap((hue) =>
      states.flatMap((emphasis) =>
        values.map((value) => {
          const paint = paintCell(options(name, rule, hue), value, emphasis);
          return contrast(paint.ink, groundOf(name, paint.form, paint.colour));
        }),
      ),
    );

  it.each(['signed', 'share'] as const)('read at 4.5 on every full fill, %s', (rule) => {
    expect(Math.min(...contrastsOf(['plain', 'target', 'operand'], rule))).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it.each(dimmed)('read at 3.5 on every fill that is %s', (emphasis) => {
    expect(Math.min(...contrastsOf([emphasis], 'signed'))).toBeGreaterThanOrEqual(3.5);
  });

  it('read where a share is drawn in its token’s hue', () => {
    const least = Math.min(
      ...palettes[name].tokens.flatMap((hue) =>
        emphases.flatMap((emphasis) =>
          values
            .filter((value) => value >= 0)
            .map((value) => {
              const { ink, colour } = paintCell(options(name, 'share', hue), value, emphasis);
              return contrast(ink, colour);
            }),
        ),
      ),
    );
    expect(least).toBeGreaterThanOrEqual(3.5);
  });

  it('read inside a blocked cell', () => {
    const { ink } = paintCell(options(name, 'signed', null), -Infinity, 'plain');
    expect(contrast(ink, palettes[name].paper)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('form', () => {
  const hue = palettes.light.tokens[0];

  it.each([
    ['by value', null, false, 0.5, 'square'],
    ['by value, negative', null, false, -0.5, 'square'],
    ['by value, round', null, true, 0.5, 'square'],
    ['by token', hue, false, 0.5, 'square'],
    ['by token, negative', hue, false, -0.5, 'frame'],
    ['by token, round', hue, true, 0.5, 'disc'],
    ['by token, round, negative', hue, true, -0.5, 'ring'],
    ['by token, zero', hue, true, 0, 'disc'],
    ['by token, minus zero', hue, true, -0, 'disc'],
    ['blocked', null, false, -Infinity, 'hatch'],
    ['blocked, by token', hue, true, -Infinity, 'hatch'],
  ] as const)('%s', (_, chosen, round, value, form) => {
    expect(paintCell(options('light', 'signed', chosen ?? null, round), value, 'plain').form).toBe(
      form,
    );
  });
});

describe.each(names)('dimming in %s', (name) => {
  const paper = palettes[name].paper;
  const hues = [null, palettes[name].tokens[0]!];

  it.each(dimmed)('brings a signed fill nearer to paper: %s', (emphasis) => {
    for (const hue of hues) {
      const full = paintCell(options(name, 'signed', hue), 0.9, 'plain').colour;
      const faint = paintCell(options(name, 'signed', hue), 0.9, emphasis).colour;
      expect(contrast(faint, paper)).toBeLessThan(contrast(full, paper));
    }
  });

  it.each(dimmed)('leaves a share as it is, since its shade is the reading: %s', (emphasis) => {
    for (const hue of hues) {
      const full = paintCell(options(name, 'share', hue), 0.9, 'plain').colour;
      expect(paintCell(options(name, 'share', hue), 0.9, emphasis).colour).toBe(full);
    }
  });

  it('keeps zero at paper', () => {
    const faint = paintCell(options(name, 'signed', null), 0, 'rest').colour;
    expect(faint.toLowerCase()).toBe(paper.toLowerCase());
  });

  it('leaves a blocked cell as it is', () => {
    expect(paintCell(options(name, 'signed', null), -Infinity, 'rest')).toEqual(
      paintCell(options(name, 'signed', null), -Infinity, 'plain'),
    );
  });
});

describe('strength by token', () => {
  it('grows with the magnitude, on either side of 0', () => {
    const { paper, tokens } = palettes.light;
    for (const side of [-1, 1]) {
      const steps = [0.1, 0.4, 0.7, 1].map((t) =>
        contrast(
          paintCell(options('light', 'signed', tokens[0]!), side * t, 'plain').colour,
          paper,
        ),
      );
      expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    }
  });

  it('measures a share against 1, whatever the domain', () => {
    const hue = palettes.light.tokens[1]!;
    const [one, other] = [1, 7].map((domain) =>
      paintCell({ ...options('light', 'share', hue), domain }, 0.4, 'plain'),
    );
    expect(one).toEqual(other);
  });
});
