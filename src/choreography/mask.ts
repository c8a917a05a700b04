/** How the causal mask comes in: over the scores column by column from the right, then each row is shared out anew. */
import { clamp, type Motion } from './moment.ts';
import { sweepMotion } from './sweep.ts';

/** Milliseconds: both halves together take no longer. */
const longest = 6000;

/** Scores first, shares after: the two halves one behind the other. */
export const maskMotion = ({
  rows,
  cols,
}: {
  readonly rows: number;
  readonly cols: number;
}): Motion => {
  const scores = sweepMotion({ rows, cols, by: 'columns' });
  const shares = sweepMotion({ rows, cols, by: 'rows' });
  const halves = scores.duration + shares.duration;
  const turn = scores.duration / halves;
  return {
    duration: Math.min(longest, halves),
    stills: [0, turn / 2, turn, (1 + turn) / 2, 1],
    at: (t) => {
      const now = clamp(t);
      const after = shares.at((now - turn) / (1 - turn));
      return {
        ...after,
        cell: now < turn ? null : after.cell,
        between: scores.at(now / turn).shown,
      };
    },
  };
};
