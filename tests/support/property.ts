/** How property tests run: the same examples every time, so that a red test stays red until it is mended. */
import fc from 'fast-check';

const seed = 20_240_707;

/** Holds a property against `runs` seeded examples. */
export const holds = <Values extends [unknown, ...unknown[]]>(
  property: fc.IProperty<Values>,
  runs = 50,
): void => {
  fc.assert(property, { seed, numRuns: runs });
};
