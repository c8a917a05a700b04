/** The beats of a step that has only one stop. */
import type { Beat } from '../types.ts';

export const still: readonly Beat[] = [{ id: 'still' }];
