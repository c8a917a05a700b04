/** How a row goes through the feed-forward layer: the hidden units fill one after another, the negative ones are cut, then the result is added up. */
import { clamp, momentOf, travelled, type Motion } from './moment.ts';
import { spread, type ProductShape } from './product.ts';

/** Milliseconds at single speed. */
const times = {
  lead: 300,
  /** All units together begin within this. */
  units: 1600,
  grow: 260,
  cut: 800,
  terms: 1500,
  fill: 260,
  rest: 300,
} as const;

/** `station` is a hidden unit, of which there is one for every term but the last, the bias; `part` is how far the cut has come. */
export const feedForwardMotion = ({ cols, terms, first }: ProductShape): Motion => {
  const unit = times.units / Math.max(1, terms - 1);
  const cutFrom = times.lead + times.units + times.grow;
  const termsFrom = cutFrom + times.cut;
  const fillFrom = termsFrom + times.terms;
  const others = spread(cols, first.col);
  const duration = fillFrom + others.last + times.fill + times.rest;
  return {
    duration,
    stills: [0, times.lead + times.units / 2, cutFrom, termsFrom, fillFrom, duration].map(
      (at) => at / duration,
    ),
    at: (t) => {
      const now = clamp(t) * duration;
      return momentOf({
        cell: now < duration ? first : null,
        landed: clamp((now - termsFrom) / times.terms) * terms,
        part: travelled((now - cutFrom) / times.cut),
        station: (index) => clamp((now - times.lead - index * unit) / times.grow),
        shown: (_, col) => clamp((now - fillFrom - others.after(col)) / times.fill),
      });
    },
  };
};
