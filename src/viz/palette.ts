/** The colours of the three themes, as numbers can use them; the interface's own colours are CSS custom properties of the same values. */

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly hair: string;
  readonly hair2: string;
  readonly hatch: string;
  /** One hue per token, in sentence order, cycled in longer sentences. */
  readonly tokens: readonly string[];
  /** What belongs to no token. */
  readonly neutral: string;
  /** Share of the hue in a token's chip. */
  readonly chipTint: number;
  /** Negative to positive through the paper's colour at 0. */
  readonly signed: readonly string[];
  /** 0 to 1, starting at the paper's colour. */
  readonly share: readonly string[];
}

const light: Palette = {
  paper: '#FBFBF9',
  ink: '#15181E',
  ink2: '#474D58',
  ink3: '#686E7A',
  hair: '#E3E4E0',
  hair2: '#BFC2C1',
  hatch: '#C4C7C8',
  tokens: ['#0F58A6', '#12906E', '#E6AC33', '#DD82BC', '#C94E10'],
  neutral: '#9EA3AB',
  chipTint: 0.13,
  signed: ['#7F4A06', '#D6AC6A', '#FBFBF9', '#A3A8DC', '#33358C'],
  share: ['#FBFBF9', '#CDD2DA', '#8D95A5', '#4C5468', '#171C2A'],
};

const dark: Palette = {
  paper: '#121419',
  ink: '#F2F3F5',
  ink2: '#B9BEC8',
  ink3: '#8D939F',
  hair: '#282C34',
  hair2: '#464C57',
  hatch: '#3D434E',
  tokens: ['#4A9FF5', '#55DBA8', '#F2B344', '#D988BD', '#F06A2A'],
  neutral: '#6B717D',
  chipTint: 0.2,
  signed: ['#F0BE6C', '#7A5A2B', '#121419', '#4A4D94', '#B4B8FF'],
  share: ['#121419', '#363B46', '#828A99', '#B9BFCA', '#F4F5F7'],
};

/** Light with more contrast, for washed-out projectors. */
const projector: Palette = {
  ...light,
  paper: '#FFFFFF',
  ink: '#000000',
  ink2: '#24282F',
  ink3: '#454B55',
  hair: '#CFD1D0',
  hair2: '#8C9197',
  hatch: '#A5A9AD',
  signed: ['#7F4A06', '#D6AC6A', '#FFFFFF', '#A3A8DC', '#33358C'],
  share: ['#FFFFFF', '#CDD2DA', '#8D95A5', '#4C5468', '#171C2A'],
};

export const palettes = { light, dark, projector } as const;
export type PaletteName = keyof typeof palettes;

/** The channels of a colour written `#RRGGBB`, as all colours here are: a picture mixes thousands of them. */
export const channelsOf = (colour: string): readonly [number, number, number] => {
  const bits = Number.parseInt(colour.slice(1), 16);
  return [(bits >> 16) & 0xff, (bits >> 8) & 0xff, bits & 0xff];
};

/** `share` of `colour` in front of `ground`, as an opaque colour. */
export const mix = (ground: string, colour: string, share: number): string => {
  const from = channelsOf(ground);
  const to = channelsOf(colour);
  const channel = (index: 0 | 1 | 2): number =>
    Math.max(0, Math.min(255, Math.round(from[index] + (to[index] - from[index]) * share)));
  const bits = (channel(0) << 16) | (channel(1) << 8) | channel(2);
  return `#${bits.toString(16).padStart(6, '0')}`;
};

/** The hue of the token at a position of the sentence; longer sentences use the hues again. */
export const tokenHue = (palette: Palette, position: number): string =>
  palette.tokens[position % palette.tokens.length] ?? palette.neutral;

const resolution = 256;

/** Between the colours of a ramp, counted from 0. */
const rampAt = (colours: readonly string[], place: number): string => {
  const piece = Math.min(Math.floor(place), colours.length - 2);
  const [from = '', to = from] = colours.slice(piece, piece + 2);
  return mix(from, to, place - piece);
};

const rampTable = (colours: readonly string[]): readonly string[] => {
  const pieces = colours.length - 1;
  return Array.from({ length: resolution + 1 }, (_, index) =>
    rampAt(colours, (index / resolution) * pieces),
  );
};

const tables = new WeakMap<readonly string[], readonly string[]>();

/** A colour of a ramp at t in [0, 1], from a table that is made once a ramp; t outside is clamped, NaN has no colour. */
const rampColour = (colours: readonly string[], t: number, fallback: string): string => {
  const table = tables.get(colours) ?? rampTable(colours);
  tables.set(colours, table);
  return table[Math.round(Math.min(Math.max(t, 0), 1) * resolution)] ?? fallback;
};

/** The colour of a signed value: 0 is the paper, ±domain the ends. */
export const signedFill = (palette: Palette, value: number, domain: number): string =>
  rampColour(palette.signed, (value / domain + 1) / 2, palette.paper);

/** The colour of a share of 1: the scale is fixed to [0, 1], so that heads compare. */
export const shareFill = (palette: Palette, value: number): string =>
  rampColour(palette.share, value, palette.paper);

/** The light that a channel of 0 to 255 stands for. */
const linearLight = Array.from({ length: 256 }, (_, channel) => {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

const linear = (channel: number): number => linearLight[channel] ?? 0;

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [r, g, b] = channelsOf(colour);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
};

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export const contrast = (a: string, b: string): number => {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
};

/** Black or white, whichever stands out more from the fill: never under 4.58:1. */
export const inkOn = (fill: string): string =>
  contrast('#000000', fill) >= contrast('#FFFFFF', fill) ? '#000000' : '#FFFFFF';

const quietContrast = 3.5;

/** The quietest ink that still reads on a dimmed fill. */
export const quietInkOn = (palette: Palette, fill: string): string =>
  [palette.ink3, palette.ink2].find((ink) => contrast(ink, fill) >= quietContrast) ?? inkOn(fill);

/** An ink of the same rank, quiet or full, on another fill than it was chosen for. */
export const inkOfRank = (palette: Palette, ink: string, fill: string): string =>
  ink === palette.ink2 || ink === palette.ink3 ? quietInkOn(palette, fill) : inkOn(fill);
