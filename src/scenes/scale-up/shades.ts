/** From weights to pixels: a logarithmic shade, looked up by the leading bits of the number. */
import { channelsOf, shareFill, type Palette } from '../../viz/index.ts';
import type { Level } from './pyramid.ts';
import type { View } from './view.ts';

/** The powers of ten from blank to full ink. */
export const darkest = 0;
export const faintest = -5;

/** 0 at 10⁻⁵ and below, 1 at a weight of 1, even steps for equal factors. */
export const shadeOf = (weight: number): number =>
  weight > 0 ? Math.min(1, Math.max(0, (Math.log10(weight) - faintest) / (darkest - faintest))) : 0;

export const weightFill = (palette: Palette, weight: number): string =>
  shareFill(palette, shadeOf(weight));

/** A colour written `#RRGGBB` as the bytes of an opaque pixel, in the order of the machine. */
const pixelOf = (colour: string): number => {
  const bytes = Uint8Array.of(...channelsOf(colour), 255);
  return new Uint32Array(bytes.buffer)[0] ?? 0;
};

/**
 * The pixel of every weight by the upper 16 bits of its float32: sign, exponent and 7 bits of the fraction. Neighbours are
 * less than 1 % apart, a fraction of one of the 256 shades of the palette that this leads to.
 */
export const pixelTable = (palette: Palette): Uint32Array => {
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  const upperOf = (weight: number): number => {
    value[0] = weight;
    return (bits[0] ?? 0) >>> 16;
  };
  const table = new Uint32Array(2 ** 16).fill(pixelOf(weightFill(palette, 0)));
  // Only between the ends do shades differ: some 2,000 of the 65,536 entries.
  const [first, last] = [upperOf(10 ** faintest), upperOf(10 ** darkest)];
  for (let upper = first; upper < last; upper++) {
    bits[0] = (upper << 16) | 0x80_00;
    table[upper] = pixelOf(weightFill(palette, value[0] ?? 0));
  }
  const positive = 2 ** 15;
  return table.fill(pixelOf(weightFill(palette, 1)), last, positive);
};

/** Fills a square picture of `side` pixels with the part of a level that a view shows; `view.cell` counts pixels of the picture. */
export const paintView = (
  pixels: Uint32Array,
  side: number,
  {
    level,
    scale,
    view,
    table,
  }: {
    readonly level: Level;
    /** Cells of the weights along the edge of a cell of this level. */
    readonly scale: number;
    readonly view: View;
    readonly table: Uint32Array;
  },
): void => {
  const bits = new Uint32Array(level.data.buffer);
  const index = (start: number, pixel: number): number =>
    Math.min(level.side - 1, Math.floor((start + (pixel + 0.5) / view.cell) / scale));
  const cols = Uint32Array.from({ length: side }, (_, x) => index(view.x, x));
  let before = -1;
  for (let y = 0; y < side; y++) {
    const row = index(view.y, y);
    // Cells are often taller than a pixel.
    if (row === before) pixels.copyWithin(y * side, (y - 1) * side, y * side);
    else {
      const start = row * level.side;
      for (let x = 0; x < side; x++) {
        pixels[y * side + x] = table[(bits[start + (cols[x] ?? 0)] ?? 0) >>> 16] ?? 0;
      }
    }
    before = row;
  }
};
