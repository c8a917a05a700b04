/** How a matrix is cut into heads: the seams open, and nothing else changes. */
import { clamp, momentOf, travelled, type Motion } from './moment.ts';

/** Milliseconds at single speed: closed, opening, open. */
const times = { lead: 500, open: 1400, rest: 500 } as const;

/** `part` is how far the seams are open. */
export const cutMotion = (): Motion => {
  const duration = times.lead + times.open + times.rest;
  return {
    duration,
    stills: [0, 0.5, 1],
    at: (t) => momentOf({ part: travelled((clamp(t) * duration - times.lead) / times.open) }),
  };
};
