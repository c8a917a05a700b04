/** Many sentences as one tall matrix: their rows lie end to end, so that all but attention is computed for all at once. */
import { ShapeError, shapeOf } from '../math/index.ts';
import { requireIds } from './require-parameters.ts';
import type { DecoderParameters } from './types.ts';

export interface Batch {
  /** The token read at every row. */
  readonly tokens: readonly number[];
  /** Its place in its own sentence, from 0. */
  readonly positions: readonly number[];
  /** The token that comes next there. */
  readonly targets: readonly number[];
  /** The row at which each sentence starts, and the number of all rows at the end. */
  readonly starts: readonly number[];
}

/**
 * The rows of all sequences end to end. A sequence of m+1 tokens is m rows: each token but the last is read, and each
 * but the first is what comes next. Throws in the name of `caller`: ShapeError for no sequence, for one of fewer than 2 tokens or of more than
 * the context length + 1; RangeError for a token outside the vocabulary.
 */
export const layOut = (
  caller: string,
  parameters: DecoderParameters,
  sequences: readonly (readonly number[])[],
): Batch => {
  if (sequences.length === 0) throw new ShapeError(`${caller}: at least one sequence, got 0`);
  const starts = [0];
  for (const [i, sequence] of sequences.entries()) {
    if (sequence.length < 2 || sequence.length > parameters.positionEmbedding.rows + 1) {
      throw new ShapeError(
        `${caller}: a sequence must have 2 tokens or more, and one more than positionEmbedding ` +
          `${shapeOf(parameters.positionEmbedding)} has rows or fewer, got ${sequence.length} in sequences[${i}]`,
      );
    }
    requireIds(caller, parameters, sequence, `sequences[${i}]`);
    starts.push(starts[i]! + sequence.length - 1);
  }
  return {
    tokens: sequences.flatMap((sequence) => sequence.slice(0, -1)),
    positions: sequences.flatMap((sequence) => sequence.slice(0, -1).map((_, place) => place)),
    targets: sequences.flatMap((sequence) => sequence.slice(1)),
    starts,
  };
};
