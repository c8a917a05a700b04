/** How a row is added to and normalised: the sum appears, its bars shift by the mean, stretch by the deviation, then gain and bias make the result. */
import { addedUp } from './added-up.ts';
import { clamp, momentOf, travelled, type Motion } from './moment.ts';
import type { ProductShape } from './product.ts';

/** Milliseconds at single speed. */
const times = {
  lead: 300,
  sum: 800,
  shift: 900,
  stretch: 900,
  terms: 1000,
} as const;

/** `station` 0 is the sum, 1 the shift, 2 the stretch. The terms, the stretched number times its gain and the bias, land one behind the other. */
export const normMotion = (shape: ProductShape): Motion => {
  const shiftFrom = times.lead + times.sum;
  const stretchFrom = shiftFrom + times.shift;
  const termsFrom = stretchFrom + times.stretch;
  const end = addedUp(shape, termsFrom, times.terms);
  const { fillFrom, duration } = end;
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
        ...end.at(now),
        station: (index) => stations[index] ?? 1,
      });
    },
  };
};
