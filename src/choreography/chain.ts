/** How one row goes on from station to station, and what it ends in. */
import { momentOf, type Motion } from './moment.ts';
import { sweepMotion } from './sweep.ts';

/** One station after the other; the last one is the answer. */
export const chainMotion = (stations: number): Motion => {
  const motion = sweepMotion({ rows: stations, cols: 1, by: 'rows' });
  const last = stations - 1;
  return {
    ...motion,
    // A still for every station that has come.
    stills: [0, ...Array.from({ length: last }, (_, index) => motion.whenShown(index, 0)), 1],
    at: (t) => {
      const { shown } = motion.at(t);
      const begun = Array.from({ length: stations }, (_, index) => index).findLast(
        (index) => shown(index, 0) > 0,
      );
      return momentOf({ station: (index) => shown(index, 0), reached: begun ?? null });
    },
  };
};
