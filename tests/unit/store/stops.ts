/** The stops of the walkthrough, those that move and those that rest. */
import fc from 'fast-check';
import { beatOf, steps } from '../../../src/walkthrough/index.ts';

const stops = steps.flatMap((step) =>
  step.beats.map((_, beat) => {
    const { id, motion } = beatOf(step, beat);
    return { name: `${step.id}/${id}`, step: step.id, beat, motion };
  }),
);
export const moving = stops.filter(({ motion }) => motion !== null);
export const resting = stops.filter(({ motion }) => motion === null);

/** Times within a motion, its ends among them. Doubles are drawn from all that there are, nearly all of them next to 0. */
export const times = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 1_000_000),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1),
);
