/** The colour of a bar: its sign alone, as its length is its size. */
import { signedFill, type Palette } from '../../viz/index.ts';

const usual = 0.62;

export const barFill = (palette: Palette, value: number, strength = usual): string =>
  signedFill(palette, value < 0 ? -strength : strength, 1);
