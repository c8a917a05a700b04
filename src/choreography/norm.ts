/** How a row is added to and normalised: the sum appears, its bars shift by the mean, stretch by the deviation, then gain and bias make the result. */
import { clamp, momentOf, travelled, type Motion } from './moment.ts';
import { spread, type ProductShape } from './product.ts';

/** Milliseconds at single speed. */
const times = {
  lead: 300,
  sum: 800,
  shift: 900,
  stretch: 900,
  terms: 1000,
  fill: 260,
  rest: 300,
} as const;

/** `station` 0 is the sum, 1 the shift, 2 the stretch. The terms, the stretched number times its gain and the bias, land one behind the other. */
export const normMotion = ({ cols, terms, first }: ProductShape): Motion => {
  const shiftFrom = times.lead + times.sum;
  const stretchFrom = shiftFrom + times.shift;
  const termsFrom = stretchFrom + times.stretch;
  const fillFrom = termsFrom + times.terms;
  const others = spread(cols, first.col);
  const duration = fillFrom + others.last + times.fill + times.rest;
  return {
    duration,
    stills: [0, shiftFrom, stretchFrom, termsFrom, fillFrom, duration].map((at) => at / duration),
    at: (t) => {
      const now = clamp(t) * duration;
      const stations = [
        clamp((now - times.lead) / times.sum),
        travelled((now - shiftFrom) / times.shift),
        travelled((now - stretchFrom) / times.stretch),
      ];
      return momentOf({
        cell: now < duration ? first : null,
        landed: clamp((now - termsFrom) / times.terms) * terms,
        station: (index) => stations[index] ?? 1,
        shown: (_, col) => clamp((now - fillFrom - others.after(col)) / times.fill),
      });
    },
  };
};
