/** What readers of the column convention need: texts and formulas that say column where the others say row, and pictures that are mirrored. In a bundle of its own. */
import { columnFormulas } from 'virtual:formulas/columns';
import type { Turning } from '../frame/index.ts';
import { layouts } from './layouts.ts';
import { Mirrored } from './Mirrored.tsx';
import { words } from './words.ts';

export const turning: Turning = { words, formulas: columnFormulas, layouts, Mirrored };
