/** Names for the matrices of a decoder trace, and the way from a name to the matrix. */
import { matrixOf, type MatrixName, type MatrixRef } from '../attention/index.ts';
import type { Matrix } from '../math/index.ts';
import { parameterNames, type DecoderParameters, type DecoderTrace } from './types.ts';

/** The decoder's own stages. `x` is among them: to attention it is an input, here it is looked up. */
export type DecoderStageName = Exclude<keyof DecoderTrace, 'inputs' | 'attention'>;

/** Every matrix of a decoder trace; a decoder has no `memory`, the name only keeps attention's cells assignable. */
export type DecoderMatrixName = MatrixName | DecoderStageName | keyof DecoderParameters;

/** Whether the name is one of the sixteen parameters. */
export const isParameter = (name: string): name is keyof DecoderParameters =>
  (parameterNames as readonly string[]).includes(name);

/** Whether the name is one of the decoder's own stages rather than attention's. */
export const isDecoderStage = (trace: DecoderTrace, name: string): name is DecoderStageName =>
  name !== 'inputs' && name !== 'attention' && Object.hasOwn(trace, name);

/**
 * The matrix that a reference names. A `head` given for a matrix that belongs to no head is ignored.
 * Throws RangeError where the trace has none: memory, no such head, several heads and none named.
 */
export const decoderMatrixOf = (trace: DecoderTrace, ref: MatrixRef<DecoderMatrixName>): Matrix => {
  const { matrix, head } = ref;
  if (isDecoderStage(trace, matrix)) return trace[matrix];
  if (isParameter(matrix)) return trace.inputs.parameters[matrix];
  return matrixOf(trace.attention, { matrix, head });
};
