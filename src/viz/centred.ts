/** A number in the middle of its cell. */
import type { Point } from './geometry.ts';

/** Attributes of a text that stands in the middle of a square; digits have no descenders, so their middle lies above the text's. */
export const centredIn = ({ x, y }: Point, side: number) =>
  ({ x: x + side / 2, y: y + side / 2, dy: '0.355em', textAnchor: 'middle' }) as const;
