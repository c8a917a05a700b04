/** The tiny decoder block around attention: embeddings, norm, feed-forward, output layer. */
export {
  adamWStep,
  initialAdamW,
  mapParameters,
  type AdamWOptions,
  type AdamWState,
} from './adam-w.ts';
export { decoderMatrixOf, type DecoderMatrixName, type DecoderStageName } from './cells.ts';
export { decode, withCells } from './decode.ts';
export {
  explainDecoderCell,
  type DecoderCellExplanation,
  type DecoderCellRef,
  type DecoderOperation,
} from './explain-decoder-cell.ts';
export { layerNorm } from './layer-norm.ts';
export { lossAndGradients, tokenLosses } from './loss-and-gradients.ts';
export {
  parameterNames,
  stageNames,
  type DecoderConfig,
  type DecoderInputs,
  type DecoderParameters,
  type DecoderTrace,
  type SetCell,
} from './types.ts';
