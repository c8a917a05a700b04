/** Words and figures that follow from the current values; both languages choose with the same rules. */
import type { Facts } from './facts.ts';

/** A share or probability as a percentage that never rounds up to all or down to nothing. */
export const percent = (share: number): string => {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return '<1%';
  if (rounded === 100 && share < 1 - 1e-9) return '>99%';
  return `${String(rounded)}%`;
};

/** Two decimals, as the cells of the stage print them. */
export const decimal = (value: number): string => value.toFixed(2).replace('-', '−');

/** How large a share is, in a word. */
export type ShareSize = 'all' | 'most' | 'over half' | 'about half' | 'part';

export const shareSize = (share: number): ShareSize => {
  if (share >= 0.995) return 'all';
  if (share > 2 / 3) return 'most';
  if (share >= 0.545) return 'over half';
  if (share >= 0.455) return 'about half';
  return 'part';
};

/** How many keys the query's row may use: all of them, or under the mask those up to the query itself. */
export const usableKeys = (f: Facts): number => (f.causal ? f.query + 1 : f.tokens.length);

/** Whether the query's row may ask every token; else only those up to its own. */
export const asksEveryone = (f: Facts): boolean => usableKeys(f) === f.tokens.length;

/**
 * What may be said of the largest weight in the query's row. A key after the query ('later') is named by no text: the
 * mask blocks it, and no training ever reaches it.
 */
export type RowReading = 'only itself' | 'later' | 'even' | ShareSize;

export const readRow = (f: Facts): RowReading => {
  if (usableKeys(f) === 1) return 'only itself';
  if (f.topKey > f.query) return 'later';
  return f.topShare < 1.15 / usableKeys(f) ? 'even' : shareSize(f.topShare);
};

/** Whether the row's largest score, or any head's largest weight, belongs to a key after the query. */
export const topScoreIsLater = (f: Facts): boolean => f.topScoreKey > f.query;
export const someHeadLooksLater = (f: Facts): boolean =>
  f.heads.some(({ topKey }) => topKey > f.query);

/** On how many different tokens the heads put their largest weight. */
export const distinctTopKeys = (f: Facts): number =>
  new Set(f.heads.map(({ topKey }) => topKey)).size;

/** The part of an n×n square that the causal mask spares. */
export const maskedPart = (n: number): number => (n - 1) / (2 * n);
