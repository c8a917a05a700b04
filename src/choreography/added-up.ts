/** How a motion ends that comes to a sum: the terms of the first cell land, it fills, and the others of its row follow to both sides. */
import { clamp, type Moment } from './moment.ts';
import { spread, type ProductShape } from './product.ts';

/** Milliseconds at single speed. */
const times = { fill: 260, rest: 300 } as const;

/** From `from` on, with `taken` milliseconds for the terms. */
export const addedUp = (
  { cols, terms, first }: Pick<ProductShape, 'cols' | 'terms' | 'first'>,
  from: number,
  taken: number,
) => {
  const fillFrom = from + taken;
  const others = spread(cols, first.col);
  const duration = fillFrom + others.last + times.fill + times.rest;
  return {
    fillFrom,
    duration,
    at: (now: number): Pick<Moment, 'cell' | 'landed' | 'shown'> => ({
      cell: now < duration ? first : null,
      landed: clamp((now - from) / taken) * terms,
      shown: (_, col) => clamp((now - fillFrom - others.after(col)) / times.fill),
    }),
  };
};
