/** The row that the step `one-row` takes apart, and what becomes of it when the reader sets its attention weights by hand. */
import { explainCell, type AttentionTrace } from '../attention/index.ts';
import { stageNames, type DecoderTrace } from '../decoder/index.ts';
import { at, fromData, matmul, type Matrix } from '../math/index.ts';
import type { State } from './state.ts';
import type { Computation } from './computation.ts';

/** The first row on the first beat, as in the article; the last row on the second. */
export const takenRow = (state: Pick<State, 'beat' | 'tokens'>): number =>
  state.beat === 0 ? 0 : state.tokens.length - 1;

/** What still comes from the softmax's own weights, and so must not be shown as what follows from the reader's. */
const notFollowed: ReadonlySet<string> = new Set([
  'concat',
  'output',
  ...stageNames.filter((name) => name !== 'x'),
]);

const withRow = (matrix: Matrix, row: number, values: readonly number[]): Matrix => {
  const data = Float64Array.from(matrix.data);
  data.set(values, row * matrix.cols);
  return fromData(matrix.rows, matrix.cols, data);
};

/** The trace with one row of one head's weights replaced, and the context that follows from it. */
const withRowWeights = (
  trace: AttentionTrace,
  head: number,
  row: number,
  values: readonly number[],
): AttentionTrace => ({
  ...trace,
  heads: trace.heads.map((one, index) => {
    if (index !== head) return one;
    const weights = withRow(one.weights, row, values);
    return { ...one, weights, context: matmul(weights, one.v) };
  }),
});

/**
 * The computation in which the reader's weights stand in for the softmax's. A weight set by hand explains itself: it
 * has no terms. The computation ends at the context: it has nothing of what comes after.
 */
export const computationWithRow = (
  base: Computation,
  trace: DecoderTrace,
  head: number,
  row: number,
  values: readonly number[],
): Computation => {
  const edited = withRowWeights(trace.attention, head, row, values);
  const replaced = (ref: {
    readonly matrix: string;
    readonly head?: number | undefined;
  }): Matrix | null => {
    if (ref.head !== head) return null;
    if (ref.matrix === 'weights') return edited.heads[head]?.weights ?? null;
    return ref.matrix === 'context' ? (edited.heads[head]?.context ?? null) : null;
  };
  return {
    matrix: (ref) => {
      if (notFollowed.has(ref.matrix))
        throw new RangeError(`computationWithRow: ends at the context, has no ${ref.matrix}`);
      return replaced(ref) ?? base.matrix(ref);
    },
    explain: (cell) => {
      const matrix = replaced(cell);
      if (!matrix || cell.row !== row) return base.explain(cell);
      if (cell.matrix === 'weights')
        return { cell, operation: 'input', terms: [], value: at(matrix, cell.row, cell.col) };
      return explainCell(edited, { ...cell, matrix: 'context' });
    },
  };
};
