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

/** Times within a motion, its ends among them. */
export const times = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
