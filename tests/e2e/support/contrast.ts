/** How well the texts of the stage read on what they stand on: the contrast of every text, computed from the colours that the browser paints. */
import { contrast, mix } from '../../../src/viz/index.ts';
import { overlap, type Ink } from './layout.ts';
import type { Drawing, Shape } from './shapes.ts';

/** An opaque colour and how much of it there is. */
interface Paint {
  readonly colour: string;
  readonly share: number;
}

const nothing: Paint = { colour: '#000000', share: 0 };

/** `#rgb` as `#rrggbb`, which mixing takes. */
const sixDigits = (colour: string): string =>
  colour.length === 4 ? colour.replaceAll(/[^#]/gu, '$&$&') : colour;

/** A computed colour: `#rrggbb`, `rgb()`, `rgba()`, or `color(srgb …)` with channels up to 1. */
const paintOf = (computed: string): Paint => {
  if (computed.startsWith('#')) return { colour: sixDigits(computed), share: 1 };
  const numbers = /\(([^)]*)\)/.exec(computed)?.[1]?.match(/-?[\d.]+(?:e-?\d+)?/g);
  if (!numbers) return nothing;
  const [red = 0, green = 0, blue = 0, share = 1] = numbers.map(Number);
  const unit = computed.startsWith('color(') ? 255 : 1;
  const channels = [red, green, blue].map((channel) =>
    Math.round(channel * unit)
      .toString(16)
      .padStart(2, '0'),
  );
  return { colour: `#${channels.join('')}`, share };
};

const isInside = (shape: Shape, x: number, y: number, grown: number): boolean => {
  const width = shape.right - shape.left + 2 * grown;
  const height = shape.bottom - shape.top + 2 * grown;
  if (width <= 0 || height <= 0) return false;
  const across = (x - (shape.left + shape.right) / 2) / (width / 2);
  const down = (y - (shape.top + shape.bottom) / 2) / (height / 2);
  return shape.form === 'round'
    ? Math.hypot(across, down) <= 1
    : Math.max(Math.abs(across), Math.abs(down)) <= 1;
};

/** Thinner lines are hairlines: they edge what a text stands on. */
const hairline = 1.5;

/** What a shape paints at a point: its stroke, its fill, or nothing. */
const paintAt = (shape: Shape, x: number, y: number): Paint => {
  if (shape.form === 'line') return nothing;
  const half = shape.strokeWidth / 2;
  const onStroke =
    shape.strokeWidth >= hairline && isInside(shape, x, y, half) && !isInside(shape, x, y, -half);
  if (onStroke) return paintOf(shape.stroke);
  return isInside(shape, x, y, 0) ? paintOf(shape.fill) : nothing;
};

/** What shapes painted one above the other look like at a point. */
const groundAt = (shapes: readonly Shape[], paper: string, x: number, y: number): string =>
  shapes.reduce((ground, shape) => {
    const { colour, share } = paintAt(shape, x, y);
    const strength = share * shape.opacity;
    return strength === 0 ? ground : mix(ground, colour, strength);
  }, paintOf(paper).colour);

/** Where along its middle a text is looked at, as shares of its width. */
const looks = [0.04, 0.25, 0.5, 0.75, 0.96];

/** The lowest contrast along the middle of a text. */
const lowestContrast = (ink: Ink, { shapes, paper }: Drawing): number => {
  const { colour, share } = paintOf(ink.colour);
  const y = (ink.top + ink.bottom) / 2;
  const under = shapes.filter((shape) => {
    const { across, down } = overlap(ink, shape);
    return shape.order < ink.order && Math.min(across, down) > -shape.strokeWidth;
  });
  const grounds = looks.map((along) =>
    ink.halo === null
      ? groundAt(under, paper, ink.left + along * (ink.right - ink.left), y)
      : paintOf(ink.halo).colour,
  );
  return Math.min(
    ...grounds.map((ground) => contrast(mix(ground, colour, share * ink.opacity), ground)),
  );
};

/** Texts must reach the first; numbers of dimmed cells, which are written in the quiet inks, the second. */
const floors = { full: 4.5, dimmed: 3.5 } as const;

/** Texts of the stage that do not stand out enough. */
export const faintOf = (inks: readonly Ink[], drawing: Drawing): readonly string[] => {
  const quiet = new Set(drawing.quiet.map((colour) => paintOf(colour).colour.toLowerCase()));
  return inks.flatMap((ink) => {
    const { colour } = paintOf(ink.colour);
    const isDimmed = ink.inCell && quiet.has(colour.toLowerCase());
    const reached = lowestContrast(ink, drawing);
    const floor = isDimmed ? floors.dimmed : floors.full;
    if (reached >= floor) return [];
    const at = `${Math.round(ink.left)},${Math.round(ink.top)}`;
    return [`faint: “${ink.text}” ${reached.toFixed(2)} of ${floor} at ${at}`];
  });
};
