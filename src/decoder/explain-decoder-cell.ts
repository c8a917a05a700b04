/** Explains any cell of a decoder trace: the decoder's own stages here, attention's by attention. */
import {
  dotTerms,
  explainCell,
  factorAt,
  requireCell,
  softmaxTerms,
  termOf,
  type CellExplanation,
  type CellRef,
  type Factor,
  type Operation,
} from '../attention/index.ts';
import { at } from '../math/index.ts';
import {
  decoderMatrixOf,
  isDecoderStage,
  isParameter,
  type DecoderMatrixName,
  type DecoderStageName,
} from './cells.ts';
import { rowMoments } from './layer-norm.ts';
import type { DecoderParameters, DecoderTrace } from './types.ts';

/** How a cell of the decoder comes about. */
export type DecoderOperation = Operation | 'lookup' | 'add' | 'relu' | 'norm';

export type DecoderCellRef = CellRef<DecoderMatrixName>;
export type DecoderCellExplanation = CellExplanation<DecoderMatrixName, DecoderOperation>;

/** What an explanation says beyond the cell and its value. */
type Account = Omit<DecoderCellExplanation, 'cell' | 'value'>;

/** One cell to account for, with a reader of the trace's cells. */
interface Asked {
  readonly trace: DecoderTrace;
  readonly row: number;
  readonly col: number;
  read(matrix: DecoderMatrixName, row: number, col: number): Factor<DecoderMatrixName>;
}

const lookup = ({ trace, row, col, read }: Asked): Account => {
  const { tokens, set } = trace.inputs;
  if (set.some((cell) => cell.row === row && cell.col === col))
    return { operation: 'input', terms: [] };
  return {
    operation: 'lookup',
    // The trace exists, so decode has checked that there is a token for every row.
    terms: [
      termOf(read('tokenEmbedding', tokens[row]!, col)),
      termOf(read('positionEmbedding', row, col)),
    ],
  };
};

const sum =
  (left: DecoderMatrixName, right: DecoderMatrixName) =>
  ({ row, col, read }: Asked): Account => ({
    operation: 'add',
    terms: [termOf(read(left, row, col)), termOf(read(right, row, col))],
  });

const norm =
  (
    source: 'residual1' | 'residual2',
    gain: keyof DecoderParameters,
    bias: keyof DecoderParameters,
  ) =>
  ({ trace, row, col, read }: Asked): Account => {
    const { mean, deviation } = rowMoments(trace[source], row);
    const factors = [read(source, row, col), read(gain, 0, col)] as const;
    return {
      operation: 'norm',
      shift: mean,
      divisor: deviation,
      terms: [
        { value: ((factors[0].value - mean) / deviation) * factors[1].value, factors },
        termOf(read(bias, 0, col)),
      ],
    };
  };

const affine =
  (source: DecoderStageName, weights: keyof DecoderParameters, bias: keyof DecoderParameters) =>
  ({ trace, row, col, read }: Asked): Account => ({
    operation: 'dot',
    terms: [
      ...dotTerms(
        trace[source].cols,
        (i) => read(source, row, i),
        (i) => read(weights, i, col),
      ),
      termOf(read(bias, 0, col)),
    ],
  });

const relu = ({ row, col, read }: Asked): Account => {
  const hidden = read('hidden', row, col);
  return { operation: 'relu', terms: [{ value: Math.max(0, hidden.value), factors: [hidden] }] };
};

const softmax = ({ trace, row, read }: Asked): Account => ({
  operation: 'softmax',
  ...softmaxTerms(Array.from({ length: trace.logits.cols }, (_, i) => read('logits', row, i))),
});

const accounts: Record<DecoderStageName, (asked: Asked) => Account> = {
  x: lookup,
  residual1: sum('x', 'output'),
  y: norm('residual1', 'norm1Gain', 'norm1Bias'),
  hidden: affine('y', 'w1', 'b1'),
  activated: relu,
  feedForward: affine('activated', 'w2', 'b2'),
  residual2: sum('y', 'feedForward'),
  z: norm('residual2', 'norm2Gain', 'norm2Bias'),
  logits: affine('z', 'unembedding', 'unembeddingBias'),
  probabilities: softmax,
};

/**
 * The arithmetic of one cell of any stage. Beside attention's operations (see explainCell):
 * lookup, add: value = Σ terms; a cell of x that was set is an input. dot here may end in a bias term of one factor. relu: one term, max(0, its factor).
 * norm: value = Σ of two terms, (factor₀ − shift)/divisor · factor₁ with shift the row's mean and divisor
 * √(variance + 1e-5), and the bias.
 * Following the factors' cells always ends in parameters. Throws RangeError for a matrix that the trace has not,
 * a missing or unknown head, a cell outside the matrix.
 */
export const explainDecoderCell = (
  trace: DecoderTrace,
  cell: DecoderCellRef,
): DecoderCellExplanation => {
  const { matrix, head, row, col } = cell;
  const m = decoderMatrixOf(trace, cell);
  requireCell('explainDecoderCell', m, cell);
  const found = { cell: { matrix, row, col }, value: at(m, row, col) };
  if (isParameter(matrix)) return { ...found, operation: 'input', terms: [] };
  if (!isDecoderStage(trace, matrix)) {
    return explainCell(trace.attention, { matrix, head, row, col });
  }
  const read: Asked['read'] = (name, i, j) =>
    factorAt(decoderMatrixOf(trace, { matrix: name }), { matrix: name, row: i, col: j });
  return { ...found, ...accounts[matrix]({ trace, row, col, read }) };
};
