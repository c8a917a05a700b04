/** How rows are added up: each travels to its shrunk self, then drops onto the sum, one behind the other. */
import { clamp, momentOf, type Motion, type Place } from './moment.ts';

/** Milliseconds at single speed. */
const times = { lead: 320, row: 900, all: 4800, fill: 260, rest: 300 } as const;

/** The part of a row's time in which it travels; in the rest it drops. */
const travels = 0.65;

export const sumMotion = ({
  terms,
  first,
}: {
  readonly terms: number;
  /** The cell of the sum that is looked at closely. */
  readonly first: Place;
}): Motion => {
  const row = Math.min(times.row, times.all / terms);
  const added = times.lead + terms * row;
  const duration = added + times.fill + times.rest;
  return {
    duration,
    stills: [
      0,
      ...Array.from({ length: terms }, (_, i) => (times.lead + (i + 1) * row) / duration),
      1,
    ],
    at: (t) => {
      const now = clamp(t) * duration;
      const landed = Math.min(terms, Math.max(0, (now - times.lead) / row));
      return momentOf({
        cell: now < duration ? first : null,
        landed,
        part: landed - Math.floor(landed),
        shown: (line) => (line === first.row ? clamp((now - added) / times.fill) : 1),
      });
    },
  };
};

/** How far a row has travelled to its shrunk self, and how far that has dropped onto the sum, by the part of its time. */
export const rowOnItsWay = (part: number): { readonly travel: number; readonly drop: number } => ({
  travel: clamp(part / travels),
  drop: clamp((part - travels) / (1 - travels)),
});
