/** How one cell looks: two colour rules (signed values, shares of 1), two fills (by value, by token), and how much of the fill survives dimming. */
import { inkOn, mix, quietInkOn, shareFill, signedFill, type Palette } from './palette.ts';

export type Rule = 'signed' | 'share';

/** What a cell is in the current explanation. */
export type Emphasis = 'plain' | 'target' | 'operand' | 'cross' | 'rest' | 'operand-rest';

/** Share of the fill that survives; text steps down instead of fading. */
const surviving: Record<Emphasis, number> = {
  plain: 1,
  target: 1,
  operand: 1,
  cross: 0.66,
  rest: 0.38,
  'operand-rest': 0.3,
};

export type CellForm = 'square' | 'disc' | 'ring' | 'frame' | 'hatch';

export interface CellPaint {
  readonly form: CellForm;
  /** Colour of the square or disc, or of the ring or frame around paper. */
  readonly colour: string;
  readonly ink: string;
}

export interface PaintOptions {
  readonly palette: Palette;
  readonly rule: Rule;
  readonly domain: number;
  /** The token's hue, for the fill by token; null fills by value. */
  readonly hue: string | null;
  /** Circles for operands in the fill by token; products stay square. */
  readonly round?: boolean | undefined;
  /** Without a text on it, a cell has no need of an ink. */
  readonly isTextless?: boolean;
}

/** By token: strength is magnitude, a closed form is positive, an open one negative. */
const tokenPaint = (
  options: PaintOptions,
  hue: string,
  value: number,
  survive: number,
): CellPaint => {
  const { palette, domain, round, rule } = options;
  const strength = Math.min(Math.abs(value) / (rule === 'share' ? 1 : domain), 1);
  if (value < 0) {
    const colour = mix(palette.paper, hue, (0.3 + 0.7 * strength) * survive);
    return {
      form: round ? 'ring' : 'frame',
      colour,
      ink: survive < 1 ? quietInkOn(palette, palette.paper) : palette.ink,
    };
  }
  const colour = mix(palette.paper, hue, (0.12 + 0.88 * strength) * survive);
  return {
    form: round ? 'disc' : 'square',
    colour,
    ink: survive < 1 ? quietInkOn(palette, colour) : inkOn(colour),
  };
};

/** The look of one cell. A shade that is itself the reading (a share) is never dimmed. */
export const paintCell = (options: PaintOptions, value: number, emphasis: Emphasis): CellPaint => {
  const { palette, rule, domain, hue, isTextless = false } = options;
  if (value === -Infinity) return { form: 'hatch', colour: palette.hatch, ink: palette.ink3 };
  const survive = rule === 'share' ? 1 : surviving[emphasis];
  if (hue !== null) return tokenPaint(options, hue, value, survive);
  const full = rule === 'share' ? shareFill(palette, value) : signedFill(palette, value, domain);
  const colour = survive < 1 ? mix(palette.paper, full, survive) : full;
  if (isTextless) return { form: 'square', colour, ink: palette.ink };
  return { form: 'square', colour, ink: survive < 1 ? quietInkOn(palette, colour) : inkOn(colour) };
};
