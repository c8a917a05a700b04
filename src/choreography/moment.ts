/** A moment of a motion: what has landed, and what is under way. Pure functions of a time between 0 and 1 make it. */

export interface Place {
  readonly row: number;
  readonly col: number;
}

export interface Moment {
  /** The cell that is being made; null where none is looked at closely. */
  readonly cell: Place | null;
  /** Terms of that cell that have landed: whole ones, and the part of its way that the next one has come. */
  readonly landed: number;
  /** How much of a cell is there: 0 before it is made, 1 after, in between while it fills. */
  readonly shown: (row: number, col: number) => number;
  /** The same of a matrix that changes before the one that is made, as the scores do under the mask. */
  readonly between: (row: number, col: number) => number;
  /** How far a row of the right operand has swung to become a column, from 0 to 1. */
  readonly turned: (row: number) => number;
  /** Whether rows are still swinging, and nothing is made yet. */
  readonly turning: boolean;
  /** How far a block has come to its place among the others, from 0 to 1. */
  readonly arrived: (block: number) => number;
  /** How much of a station of a chain is there, from 0. */
  readonly station: (index: number) => number;
  /** The station that has come last; null before the first and where there are none. */
  readonly reached: number | null;
  /** The line at which a row that walks from line to line stands, or between which two; null where none walks. */
  readonly stand: number | null;
  /** How far the row or cell under way has come, from 0 to 1. */
  readonly part: number;
}

/** A motion: how long it takes at single speed, and what it looks like at any time from 0 to 1. */
export interface Motion {
  /** Milliseconds. */
  readonly duration: number;
  readonly at: (t: number) => Moment;
  /** Times worth a still, the last of them 1: what is shown where nothing shall move. */
  readonly stills: readonly number[];
}

/** A moment of a motion that leaves alone what it does not speak of. */
export const momentOf = (spoken: Partial<Moment>): Moment => ({
  cell: null,
  landed: Number.POSITIVE_INFINITY,
  shown: () => 1,
  between: () => 1,
  turned: () => 1,
  turning: false,
  arrived: () => 1,
  station: () => 1,
  reached: null,
  stand: null,
  part: 1,
  ...spoken,
});

/** Within 0 and 1; NaN is 1, the end, where everything is there. */
export const clamp = (value: number): number =>
  Number.isNaN(value) ? 1 : Math.min(1, Math.max(0, value));

/** Slow at both ends, for what travels. */
export const travelled = (part: number): number => {
  const p = clamp(part);
  return p * p * (3 - 2 * p);
};

/**
 * The still before or after a moment. Rest (null) is the last still: on from there the motion begins anew, and what lies
 * before the first still is the first.
 */
export const stillBeside = (
  { stills }: Pick<Motion, 'stills'>,
  moment: number | null,
  direction: 1 | -1,
): number | null => {
  const now = moment ?? 1;
  if (direction === 1 && now >= 1) return 0;
  const found =
    direction === 1
      ? stills.find((still) => still > now + nearly)
      : stills.findLast((still) => still < now - nearly);
  const still = found ?? (direction === 1 ? 1 : 0);
  return still >= 1 ? null : still;
};

/** A moment that came from a slider or a link is rounded. */
const nearly = 0.004;
