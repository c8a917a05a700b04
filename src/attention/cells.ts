/** Names for the matrices and cells of a trace, and the way from a name to the matrix. */
import { isInside, shapeOf, type Matrix } from '../math/index.ts';
import type { AttentionTrace, HeadTrace } from './types.ts';

/** The matrices that every head has of its own. */
export const headMatrices = [
  'q',
  'k',
  'v',
  'scores',
  'scaled',
  'masked',
  'weights',
  'context',
] as const satisfies readonly (keyof HeadTrace)[];

export type HeadMatrixName = (typeof headMatrices)[number];

/** Every matrix of an attention trace. */
export type MatrixName =
  | 'x'
  | 'memory'
  | 'wq'
  | 'wk'
  | 'wv'
  | 'wo'
  | HeadMatrixName
  | 'concat'
  | 'output';

/** A matrix of a trace; `head` counts from 0 and matters only for the matrices that every head has. */
export interface MatrixRef<Name extends string = MatrixName> {
  readonly matrix: Name;
  readonly head?: number | undefined;
}

/** A cell of a trace's matrix; where the matrix belongs to a head, columns are the head's own. */
export interface CellRef<Name extends string = MatrixName> extends MatrixRef<Name> {
  readonly row: number;
  readonly col: number;
}

/** Whether every head has a matrix of this name of its own. */
export const isHeadMatrix = (name: string): name is HeadMatrixName =>
  (headMatrices as readonly string[]).includes(name);

/**
 * The head that a reference means: the given one, or the only one.
 * Throws RangeError where there is no such head, or where there are several and none is named.
 */
export const headOf = (trace: AttentionTrace, ref: MatrixRef<string>): number => {
  const count = trace.heads.length;
  if (ref.head === undefined && count > 1) {
    throw new RangeError(`matrixOf: ${ref.matrix} needs a head, one of 0 … ${count - 1}, got none`);
  }
  const head = ref.head ?? 0;
  if (!Number.isInteger(head) || head < 0 || head >= count) {
    throw new RangeError(
      `matrixOf: ${ref.matrix} of head ${head} is not in the trace, which has heads 0 … ${count - 1}`,
    );
  }
  return head;
};

/**
 * The matrix that a reference names. A `head` given for a matrix that belongs to no head is ignored.
 * Throws RangeError where the trace has none: no memory, no wo, no such head, several heads and none named.
 */
export const matrixOf = (trace: AttentionTrace, ref: MatrixRef): Matrix => {
  if (isHeadMatrix(ref.matrix)) return trace.heads[headOf(trace, ref)]![ref.matrix];
  const { inputs, concat, output } = trace;
  const { wq, wk, wv, wo } = inputs.parameters;
  const named = { x: inputs.x, memory: inputs.memory, wq, wk, wv, wo, concat, output };
  const found = Object.hasOwn(named, ref.matrix) ? named[ref.matrix] : undefined;
  if (found === undefined) throw new RangeError(`matrixOf: the trace has no ${ref.matrix}`);
  return found;
};

/** Throws RangeError in the name of `caller` unless the cell lies in the matrix. */
export const requireCell = (
  caller: string,
  m: Matrix,
  { matrix, row, col }: CellRef<string>,
): void => {
  if (!isInside(m, row, col)) {
    throw new RangeError(
      `${caller}: ${matrix}[${row}][${col}] is outside, ${matrix} is ${shapeOf(m)}`,
    );
  }
};
