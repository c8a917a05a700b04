/** Undo and redo: what the reader changed, as it was before each change. States share what did not change. */
import type { Side, State } from './state.ts';

/** Every part of the state that a reader changes what is computed with. */
const editedKeys = [
  'tokens',
  'memory',
  'parameters',
  'vocabulary',
  'origin',
  'edits',
  'nHeads',
  'scaled',
  'divisor',
  'temperature',
  'headsOff',
  'positions',
  'causalChoice',
  'rowWeights',
] as const satisfies readonly (keyof State)[];

export type Edited = Pick<State, (typeof editedKeys)[number]>;

/** More changes than this are forgotten, the oldest first. */
const deepest = 500;

export const editedOf = (state: State): Edited =>
  Object.fromEntries(editedKeys.map((key) => [key, state[key]])) as unknown as Edited;

/** Whether two states are computed with the same. */
export const isSameWork = (a: Edited, b: Edited): boolean =>
  editedKeys.every((key) => a[key] === b[key]);

/**
 * A change together with its place in the history. Changes of one gesture, such as a drag, are one; a change that
 * changes nothing is none.
 */
export const recorded = (
  state: State,
  change: Partial<State>,
  gesture: string | null = null,
): Partial<State> => {
  const after = { ...state, ...change };
  if (isSameWork(state, after)) return change;
  const goesOn = gesture !== null && gesture === state.gesture;
  return {
    ...change,
    past: goesOn ? state.past : [...state.past, editedOf(state)].slice(-deepest),
    future: [],
    gesture,
    probe: null,
    base: goesOn ? state.base : editedOf(state),
  };
};

const historyKeys = ['past', 'future', 'gesture', 'base', 'held', 'side', 'probe'] as const;

/** The part of a state that is no work and no history of it: where the reader is, and how they look at it. */
export const withoutWork = <Part extends Partial<State>>(
  state: Part,
): Omit<Part, keyof Edited | (typeof historyKeys)[number]> => {
  const work: ReadonlySet<string> = new Set([...editedKeys, ...historyKeys]);
  return Object.fromEntries(Object.entries(state).filter(([key]) => !work.has(key))) as Omit<
    Part,
    keyof Edited | (typeof historyKeys)[number]
  >;
};

/** What becomes of the selected head where there are so many: one that is not there takes the selection along. */
export const settledHead = (
  { head }: Pick<State, 'head'>,
  { nHeads }: Pick<State, 'nHeads'>,
): Partial<State> => (head < nHeads ? {} : { head: 0, pinned: null, trail: [] });

/** The work of another moment in the place of what there is. */
const replaced = (state: State, work: Edited): Partial<State> => ({
  ...work,
  ...settledHead(state, work),
  gesture: null,
  probe: null,
});

/** One of two states, or their difference, which is B's with A held against it. It is no change: both stay as they are. */
export const shownAs = (state: State, side: Side): Partial<State> => {
  if (state.held === null) return {};
  const isOther = (side === 'a') !== (state.side === 'a');
  return isOther ? { ...replaced(state, state.held), held: editedOf(state), side } : { side };
};

/** One change from the end of one list to the end of the other. From A it leads to B, whose changes these are. */
const moved = (state: State, from: 'past' | 'future', to: 'past' | 'future'): Partial<State> => {
  if (state.side === 'a') return shownAs(state, 'b');
  const work = state[from].at(-1);
  if (!work) return {};
  return {
    ...replaced(state, work),
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], editedOf(state)],
    base: editedOf(state),
  };
};

/** The state one change back; nothing where there is none. */
export const undone = (state: State): Partial<State> => moved(state, 'past', 'future');

/** The state one change on again; nothing where there is none. */
export const redone = (state: State): Partial<State> => moved(state, 'future', 'past');
