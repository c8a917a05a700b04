/** How every token of the vocabulary gets its logit, the best one term by term, and how all of them turn into shares. */
import { clamp, momentOf, travelled, type Motion } from './moment.ts';
import type { ProductShape } from './product.ts';

/** Milliseconds at single speed. */
const times = {
  lead: 300,
  terms: 1500,
  fill: 260,
  /** All others together begin within this, from the left. */
  others: 1100,
  pause: 300,
  shares: 1300,
  rest: 300,
} as const;

/** `part` is how far the shares have come. */
export const logitsMotion = ({ cols, terms, first }: ProductShape): Motion => {
  const fillFrom = times.lead + times.terms;
  const othersFrom = fillFrom + times.fill;
  const sharesFrom = othersFrom + times.others + times.fill + times.pause;
  const duration = sharesFrom + times.shares + times.rest;
  const begins = (col: number): number =>
    col === first.col ? fillFrom : othersFrom + (times.others * col) / cols;
  return {
    duration,
    stills: [0, fillFrom, othersFrom + times.others / 2, sharesFrom, duration].map(
      (at) => at / duration,
    ),
    at: (t) => {
      const now = clamp(t) * duration;
      return momentOf({
        cell: now < duration ? first : null,
        landed: clamp((now - times.lead) / times.terms) * terms,
        part: travelled((now - sharesFrom) / times.shares),
        shown: (_, col) => clamp((now - begins(col)) / times.fill),
      });
    },
  };
};
