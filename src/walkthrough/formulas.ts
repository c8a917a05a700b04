/** Every TeX string of the walkthrough; the build typesets this list to MathML. */
import { steps } from './steps.ts';

export const formulas: readonly string[] = [
  ...new Set(
    steps.flatMap((step) => [step.formula, ...step.beats.flatMap((beat) => beat.formula ?? [])]),
  ),
];

export { columnFormulas } from './columns.ts';
