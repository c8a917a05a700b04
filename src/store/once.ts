/** Selectors that many parts of the page ask with the same state, or the same trace. */

/** A selector that computes once an object: what it gave is kept as long as that lives. */
export const once = <Given extends object, Selected>(
  select: (given: Given) => Selected,
): ((given: Given) => Selected) => {
  const kept = new WeakMap<Given, { readonly selected: Selected }>();
  return (given) => {
    const known = kept.get(given);
    if (known) return known.selected;
    const selected = select(given);
    kept.set(given, { selected });
    return selected;
  };
};
