/** Selectors that many parts of the page ask with the same state. */
import type { State } from './state.ts';

/** A selector that computes once a state: what it gave is kept as long as the state lives. */
export const once = <Given extends State, Selected>(
  select: (state: Given) => Selected,
): ((state: Given) => Selected) => {
  const kept = new WeakMap<Given, { readonly selected: Selected }>();
  return (state) => {
    const known = kept.get(state);
    if (known) return known.selected;
    const selected = select(state);
    kept.set(state, { selected });
    return selected;
  };
};
