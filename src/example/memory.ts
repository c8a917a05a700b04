/** The second input of the cross-attention step: another short sentence, of another length, read through the same embeddings. */
import type { DecoderParameters } from '../decoder/index.ts';
import { add, fromRows, type Matrix } from '../math/index.ts';

/** The tokens that are asked in the cross-attention step; seven of them, so that n_q ≠ n_k. */
export const memoryTokens: readonly string[] = ['小', '狗', '在', '公', '园', '玩', '球'];

/** One row per token: its embedding plus its position. tokens: n ids within both tables → n×d_model. */
export const embed = (parameters: DecoderParameters, tokens: readonly number[]): Matrix => {
  const { tokenEmbedding, positionEmbedding } = parameters;
  const rowOf = (m: Matrix, row: number): number[] => [
    ...m.data.subarray(row * m.cols, (row + 1) * m.cols),
  ];
  return add(
    fromRows(tokens.map((token) => rowOf(tokenEmbedding, token))),
    fromRows(tokens.map((_, position) => rowOf(positionEmbedding, position))),
  );
};
