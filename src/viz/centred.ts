/** A number in the middle of its cell. */
import type { Point } from './geometry.ts';

/** From the middle of a number to its baseline: digits have no descenders, so their middle lies above the text's. */
export const middleOfDigits = '0.355em';

/** Attributes of a text that stands in the middle of a square. */
export const centredIn = ({ x, y }: Point, side: number) =>
  ({ x: x + side / 2, y: y + side / 2, dy: middleOfDigits, textAnchor: 'middle' }) as const;
