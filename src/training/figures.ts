/** What a trained model is worth, in figures: its loss, and the loss that no model can get below. */
import { mapParameters, tokenLosses, type DecoderParameters } from '../decoder/index.ts';
import { mapEntries } from '../math/index.ts';
import { trainedHeads } from './plan.ts';
import type { Sequences } from './run.ts';

/** Every parameter on the grid of 0.01, so that the numbers printed are the numbers computed with. */
export const roundedParameters = (parameters: DecoderParameters): DecoderParameters =>
  mapParameters((name) =>
    // + 0 makes a rounded −0 a plain 0.
    mapEntries(parameters[name], (value) => Math.round(value * 100) / 100 + 0),
  );

/** A mean over all questions, and over those at each place in the sentence, counted from the first. */
export interface Means {
  readonly mean: number;
  readonly byPosition: readonly number[];
}

/** Means of a number for every question; a question is a token to be guessed from those before it. */
const meansOf = (values: readonly (readonly number[])[]): Means => {
  const longest = values.reduce((length, one) => Math.max(length, one.length), 0);
  const at = Array.from({ length: longest }, (_, position) =>
    values.flatMap((one) => one.slice(position, position + 1)),
  );
  const meanOf = (all: readonly number[]): number =>
    all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean: meanOf(values.flat()), byPosition: at.map(meanOf) };
};

/** The model's cross-entropy on the sentences, in nats. */
export const lossOf = (parameters: DecoderParameters, sequences: Sequences): Means =>
  meansOf(tokenLosses(parameters, trainedHeads, sequences));

/** −ln of how often the right token follows among all questions with the same `known`. */
const surprise = (
  sequences: Sequences,
  known: (sequence: readonly number[], position: number) => string,
): readonly (readonly number[])[] => {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const questions = sequences.map((sequence) =>
    sequence.slice(1).map((next, position) => {
      const before = known(sequence, position);
      const keys = { before, both: `${before}>${next}` };
      count(keys.before);
      count(keys.both);
      return keys;
    }),
  );
  return questions.map((one) =>
    one.map(({ before, both }) => -Math.log((counts.get(both) ?? 0) / (counts.get(before) ?? 1))),
  );
};

/**
 * The entropy floor: the mean loss of whoever knows for every beginning of a sentence how often each character follows
 * it in the corpus. No model gets below it on these sentences.
 */
export const entropyFloor = (sequences: Sequences): Means =>
  meansOf(surprise(sequences, (sequence, position) => sequence.slice(0, position + 1).join(' ')));

/** The same for whoever sees only the last character and its place: as far as a model without attention can get. */
export const floorWithoutContext = (sequences: Sequences): Means =>
  meansOf(surprise(sequences, (sequence, position) => `${position} ${sequence[position]}`));
