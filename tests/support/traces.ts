/** Attention's and the decoder's traces in the shape that the walk over explanations reads. */
import {
  explainCell,
  matrixOf,
  type AttentionTrace,
  type MatrixName,
} from '../../src/attention/index.ts';
import {
  decoderMatrixOf,
  explainDecoderCell,
  parameterNames,
  type DecoderMatrixName,
  type DecoderTrace,
} from '../../src/decoder/index.ts';
import { attentionRefs, decoderRefs, type Explained } from './explanations.ts';

export const explainedAttention = (trace: AttentionTrace): Explained<MatrixName> => ({
  matrix: (ref) => matrixOf(trace, ref),
  explain: (cell) => explainCell(trace, cell),
  refs: attentionRefs(trace),
  leaves: new Set(['x', 'memory', 'wq', 'wk', 'wv', 'wo']),
});

export const explainedDecoder = (trace: DecoderTrace): Explained<DecoderMatrixName> => ({
  matrix: (ref) => decoderMatrixOf(trace, ref),
  explain: (cell) => explainDecoderCell(trace, cell),
  refs: decoderRefs(trace),
  leaves: new Set(parameterNames),
});
