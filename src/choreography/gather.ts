/** How blocks are joined to one matrix: one after the other travels to its place. */
import { clamp, momentOf, travelled, type Motion } from './moment.ts';

/** Milliseconds at single speed: before the first sets out, each on its way, the next behind it, and when all are there. */
const times = { lead: 500, travel: 1100, next: 800, all: 3800, rest: 500 } as const;

/** Nothing is made: what travels is there from the beginning. */
export const gatherMotion = ({ blocks }: { readonly blocks: number }): Motion => {
  const next = Math.min(times.next, times.all / blocks);
  const last = times.lead + (blocks - 1) * next;
  const duration = last + times.travel + times.rest;
  return {
    duration,
    stills: [
      0,
      ...Array.from(
        { length: blocks },
        (_, block) => (times.lead + block * next + times.travel) / duration,
      ),
      1,
    ],
    at: (t) => {
      const now = clamp(t) * duration;
      const arrived = (block: number): number =>
        travelled((now - times.lead - block * next) / times.travel);
      return momentOf({ arrived });
    },
  };
};
