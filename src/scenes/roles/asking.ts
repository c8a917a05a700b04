/** One row asks: which keys it may ask, which shares they have, and how far all of it has come. */
import { at } from '../../math/index.ts';
import { askingRow, openKeys } from '../../store/index.ts';
import type { StageValue } from '../stage/StageContext.tsx';
import type { RolesLayout } from './layout.ts';

export interface Asking {
  /** The row that asks. */
  readonly row: number;
  /** Whether it may ask each key; the mask blocks the others. */
  readonly open: readonly boolean[];
  readonly shares: readonly number[];
  /**
   * How long the bar of each share is drawn, beside 1. While the query asks, a bar is as long as the power of e that its
   * score makes, beside the longest; then all shrink together until they are 1 end to end.
   */
  readonly drawn: readonly number[];
  /** The line at which the query stands, or between which two. */
  readonly stand: number;
  /** How far a key has been asked, the scores have become shares, and a value has come home, from 0 to 1. */
  readonly asked: (line: number) => number;
  readonly shared: number;
  readonly home: (line: number) => number;
}

/** What every part of the scene is drawn from. */
export interface RolesProps {
  readonly layout: RolesLayout;
  readonly asking: Asking;
}

const one = (): number => 1;

export const askingNow = ({ state, computation, moment }: StageValue): Asking => {
  const { head } = state;
  const row = askingRow(state);
  const weights = computation.matrix({ matrix: 'weights', head });
  const shares = Array.from({ length: weights.cols }, (_, line) => at(weights, row, line));
  const shared = moment?.part ?? 1;
  const stretch = (1 - shared) / Math.max(...shares) + shared;
  return {
    row,
    open: openKeys(state, { head, row }),
    shares,
    drawn: shares.map((share) => share * stretch),
    stand: moment?.stand ?? row,
    asked: moment?.station ?? one,
    shared,
    home: moment?.arrived ?? one,
  };
};
