/** Positions of numbers along an axis. */
export type Interval = readonly [number, number];

/** From a domain to a range, evenly. */
export const linearScale =
  ([from, to]: Interval, [start, end]: Interval): ((value: number) => number) =>
  (value) =>
    start + ((end - start) * (value - from)) / (to - from);

/** From a domain of positive numbers to a range, equal ratios at equal distances; what lies outside stays at the end of the range. */
export const logScale = ([from, to]: Interval, range: Interval): ((value: number) => number) => {
  const place = linearScale([Math.log10(from), Math.log10(to)], range);
  return (value) => place(Math.log10(Math.min(to, Math.max(from, value))));
};
