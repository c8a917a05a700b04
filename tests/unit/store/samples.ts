/** Stores and states to test with. */
import fc from 'fast-check';
import {
  createAppStore,
  fills,
  languages,
  themes,
  views,
  type State,
  type Store,
} from '../../../src/store/index.ts';
import { beatOf, stepOf, steps } from '../../../src/walkthrough/index.ts';

// The inputs of all samples are the same objects, as they are on a page.
const { parameters, tokens } = createAppStore().getState();

/** A whole state, as components see it, with some of it overridden. */
export const stateWith = (overrides: Partial<State> = {}): Store =>
  createAppStore({ parameters, tokens, ...overrides }).getState();

/** A sentence of so many characters, all of which our model knows. */
export const sentence = (length: number): readonly string[] =>
  Array.from({ length }, (_, i) => tokens[i % tokens.length] ?? '');

/** The part of a state that a link carries. */
export type Linked = Pick<
  State,
  | 'view'
  | 'step'
  | 'beat'
  | 'moment'
  | 'nHeads'
  | 'head'
  | 'causalChoice'
  | 'scaled'
  | 'headsOff'
  | 'positions'
  | 'fill'
  | 'language'
  | 'theme'
>;

/** Every valid value of what a link carries: heads the model has, a beat the step has, a moment where it moves. */
export const linkedStates: fc.Arbitrary<Linked> = fc
  .record({
    view: fc.constantFrom(...views),
    step: fc.constantFrom(...steps.map(({ id }) => id)),
    nHeads: fc.constantFrom(1, 3, 9),
    beatPlace: fc.nat(),
    headPlace: fc.nat(),
    thousandths: fc.option(fc.integer({ min: 0, max: 1000 })),
    causalChoice: fc.constantFrom(null, true, false),
    scaled: fc.boolean(),
    off: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]),
    positions: fc.boolean(),
    fill: fc.constantFrom(...fills),
    language: fc.constantFrom(...languages),
    theme: fc.constantFrom(...themes),
  })
  .map(({ beatPlace, headPlace, thousandths, off, ...rest }) => {
    const beat = beatPlace % stepOf(rest.step).beats.length;
    const { motion } = beatOf(stepOf(rest.step), beat);
    // A single head has nothing to cut.
    const moves = motion !== null && !(motion === 'cut' && rest.nHeads === 1);
    return {
      ...rest,
      beat,
      moment: thousandths !== null && moves ? thousandths / 1000 : null,
      head: headPlace % rest.nHeads,
      headsOff: off.filter((head) => head < rest.nHeads),
    };
  });
