/** How one picture passes into the next: a zoom, or what is left out fading. */
import { clamp, momentOf, travelled, type Motion } from './moment.ts';

/** Milliseconds at single speed. */
const times = { lead: 400, way: 1900, rest: 300 } as const;
const duration = times.lead + times.way + times.rest;

/** `part` is how far it has come, slow at both ends. */
export const passageMotion: Motion = {
  duration,
  stills: [0, 1],
  at: (t) => momentOf({ part: travelled((clamp(t) * duration - times.lead) / times.way) }),
};
