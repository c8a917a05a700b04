/** How a row goes through the feed-forward layer: the hidden units fill one after another, the negative ones are cut, then the result is added up. */
import { addedUp } from './added-up.ts';
import { clamp, momentOf, travelled, type Motion } from './moment.ts';
import type { ProductShape } from './product.ts';

/** Milliseconds at single speed. */
const times = {
  lead: 300,
  /** All units together begin within this. */
  units: 1600,
  grow: 260,
  cut: 800,
  terms: 1500,
} as const;

/** `station` is a hidden unit, of which there is one for every term but the last, the bias; `part` is how far the cut has come. */
export const feedForwardMotion = (shape: ProductShape): Motion => {
  const unit = times.units / Math.max(1, shape.terms - 1);
  const cutFrom = times.lead + times.units + times.grow;
  const termsFrom = cutFrom + times.cut;
  const end = addedUp(shape, termsFrom, times.terms);
  const { fillFrom, duration } = end;
  return {
    duration,
    stills: [0, times.lead + times.units / 2, cutFrom, termsFrom, fillFrom, duration].map(
      (at) => at / duration,
    ),
    at: (t) => {
      const now = clamp(t) * duration;
      return momentOf({
        ...end.at(now),
        part: travelled((now - cutFrom) / times.cut),
        station: (index) => clamp((now - times.lead - index * unit) / times.grow),
      });
    },
  };
};
