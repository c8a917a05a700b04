/** Explains any cell of an attention trace: which numbers, from which cells, make it what it is. */
import { at, type Matrix } from '../math/index.ts';
import { headOf, isHeadMatrix, matrixOf, requireCell, type CellRef } from './cells.ts';
import type { HeadMatrixName, MatrixName } from './cells.ts';
import {
  dotTerms,
  factorAt,
  softmaxTerms,
  termOf,
  type CellExplanation,
  type Factor,
} from './explanation.ts';
import { defaultScale } from './stages.ts';
import type { AttentionTrace } from './types.ts';

/** What an explanation says beyond the cell and its value. */
type Account = Omit<CellExplanation, 'cell' | 'value'>;

/** Accounts of the matrices that a head has; `at` reads a cell of the same head, `row` and `col` are the asked one's. */
interface HeadContext {
  readonly trace: AttentionTrace;
  readonly head: number;
  readonly row: number;
  readonly col: number;
  read(matrix: MatrixName, row: number, col: number): Factor;
}

const projection =
  (weights: 'wq' | 'wk' | 'wv', source: (trace: AttentionTrace) => 'x' | 'memory') =>
  ({ trace, head, row, col, read }: HeadContext): Account => {
    const from = source(trace);
    // Parameters are full width, so the head's column moves right by the heads before it.
    const full = head * trace.heads[head]!.q.cols + col;
    return {
      operation: 'dot',
      terms: dotTerms(
        trace.inputs.parameters[weights].rows,
        (i) => read(from, row, i),
        (i) => read(weights, i, full),
      ),
    };
  };

const keySource = ({ inputs }: AttentionTrace): 'x' | 'memory' =>
  inputs.memory === undefined ? 'x' : 'memory';

const headAccounts: Record<HeadMatrixName, (context: HeadContext) => Account> = {
  q: projection('wq', () => 'x'),
  k: projection('wk', keySource),
  v: projection('wv', keySource),
  scores: ({ trace, head, row, col, read }) => ({
    operation: 'dot',
    terms: dotTerms(
      trace.heads[head]!.q.cols,
      (i) => read('q', row, i),
      (i) => read('k', col, i),
    ),
  }),
  scaled: ({ trace, head, row, col, read }) => ({
    operation: 'scale',
    terms: [
      termOf(read('scores', row, col), {
        value: trace.inputs.options.scale ?? defaultScale(trace.heads[head]!.q.cols),
      }),
    ],
  }),
  masked: ({ trace, row, col, read }) => {
    const blocked = trace.inputs.options.causal && col > row;
    const scaled = read('scaled', row, col);
    return {
      operation: 'mask',
      terms: [{ value: blocked ? -Infinity : scaled.value, factors: [scaled] }],
      blocked,
    };
  },
  weights: ({ trace, head, row, read }) => ({
    operation: 'softmax',
    ...softmaxTerms(
      Array.from({ length: trace.heads[head]!.masked.cols }, (_, i) => read('masked', row, i)),
    ),
  }),
  context: ({ trace, head, row, col, read }) => ({
    operation: 'dot',
    terms: dotTerms(
      trace.heads[head]!.v.rows,
      (i) => read('weights', row, i),
      (i) => read('v', i, col),
    ),
  }),
};

/** Reads factors of a trace by name; a head is written into the reference only where the matrix belongs to one. */
const reader =
  (trace: AttentionTrace, head: number) =>
  (matrix: MatrixName, row: number, col: number): Factor => {
    const ref = isHeadMatrix(matrix) ? { matrix, head } : { matrix };
    return factorAt(matrixOf(trace, ref), { ...ref, row, col });
  };

const outputAccount = (trace: AttentionTrace, row: number, col: number): Account => {
  const read = reader(trace, 0);
  if (trace.inputs.parameters.wo === undefined) {
    return { operation: 'copy', terms: [termOf(read('concat', row, col))] };
  }
  return {
    operation: 'dot',
    terms: dotTerms(
      trace.concat.cols,
      (i) => read('concat', row, i),
      (i) => read('wo', i, col),
    ),
  };
};

const concatAccount = (trace: AttentionTrace, row: number, col: number): Account => {
  const width = trace.heads[0]!.context.cols;
  const read = reader(trace, Math.floor(col / width));
  return { operation: 'copy', terms: [termOf(read('context', row, col % width))] };
};

const accountOf = (trace: AttentionTrace, cell: CellRef): Account => {
  const { matrix, row, col } = cell;
  if (isHeadMatrix(matrix)) {
    const head = headOf(trace, cell);
    return headAccounts[matrix]({ trace, head, row, col, read: reader(trace, head) });
  }
  if (matrix === 'concat') return concatAccount(trace, row, col);
  if (matrix === 'output') return outputAccount(trace, row, col);
  return { operation: 'input', terms: [] };
};

/**
 * The arithmetic of one cell of any stage. By operation:
 * input: no terms, a leaf. dot, copy: value = Σ terms. scale: one term, score × factor.
 * mask: one term, −Infinity if `blocked`. softmax: terms are e^s of the whole row, with `shift` e^(s−shift), and
 * value = terms[col] / divisor; a fully blocked row has divisor 0 and value 0.
 * In a Float32 trace the factors are rounded and the value is not made from them, so terms make it to that precision.
 * Following the factors' cells always ends in x, memory or a parameter. Where the trace has several heads, a matrix
 * that each head has needs `head`; elsewhere `head` is ignored.
 * Throws RangeError for a matrix that the trace has not, a missing or unknown head, a cell outside the matrix.
 */
export const explainCell = (trace: AttentionTrace, cell: CellRef): CellExplanation => {
  const m: Matrix = matrixOf(trace, cell);
  requireCell('explainCell', m, cell);
  const { matrix, row, col } = cell;
  const head = isHeadMatrix(matrix) ? { head: headOf(trace, cell) } : {};
  return { cell: { matrix, ...head, row, col }, ...accountOf(trace, cell), value: at(m, row, col) };
};
