/** How results come step by step: all that wait for nothing in the first step, each that waits for the one before in a step of its own. */
import { clamp, momentOf, type Motion } from './moment.ts';

/** Milliseconds at single speed: all steps together take no longer than `all`. */
const times = { lead: 500, step: 900, all: 4600, rest: 500 } as const;

/** How much of a step, counted from 0, is done when a part of so many steps is. */
export const stepDone = (part: number, steps: number, step: number): number =>
  clamp(part * steps - step);

/** As many steps as there are rows. `part` is how much of all steps is done, `station` how much of each; what is made comes in the first one. */
export const stepsMotion = ({ rows }: { readonly rows: number }): Motion => {
  const all = Math.min(rows * times.step, times.all);
  const duration = times.lead + all + times.rest;
  const whenDone = (steps: number): number => (times.lead + (all * steps) / rows) / duration;
  return {
    duration,
    stills: [...new Set([0, whenDone(1), whenDone(Math.ceil(rows / 2)), 1])],
    at: (t) => {
      const part = clamp((clamp(t) * duration - times.lead) / all);
      return momentOf({
        part,
        shown: () => stepDone(part, rows, 0),
        station: (index) => stepDone(part, rows, index),
      });
    },
  };
};
