/** How one row goes on from station to station, and what it ends in. */
import { momentOf, type Motion } from './moment.ts';
import { sweepMotion } from './sweep.ts';

/** One station after the other; the last one is the answer. */
export const chainMotion = (stations: number): Motion => {
  const motion = sweepMotion({ rows: stations, cols: 1, by: 'rows' });
  return {
    ...motion,
    at: (t) => {
      const { shown } = motion.at(t);
      return momentOf({ station: (index) => shown(index, 0) });
    },
  };
};
