/** Where things stand in the scenes that lay out tokens as columns in ways of their own. */
import type { ColumnLayouts } from '../scenes/index.ts';
import { around, places } from './one-row.ts';
import { attention } from './parallel.ts';
import { sum } from './tokens.ts';

export const layouts: ColumnLayouts = { oneRow: { places, around }, attention, sum };
