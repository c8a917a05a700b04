/** The second input's vectors: token plus position, the same rows that the decoder looks up. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/decoder/index.ts';
import {
  embed,
  exampleTokens,
  memoryTokens,
  tokenId,
  tokenIds,
  trainedParameters,
  trainedVocabulary,
  unknownToken,
} from '../../../src/example/index.ts';
import { at } from '../../../src/math/index.ts';

const parameters = trainedParameters();
const idsOf = (tokens: readonly string[]): number[] => tokenIds(trainedVocabulary, tokens);

describe('embed', () => {
  it('has one row per token', () => {
    expect(embed(parameters, idsOf(memoryTokens)).rows).toBe(memoryTokens.length);
  });

  it('is the decoder’s X for the same tokens', () => {
    const { x } = decode(parameters, { nHeads: 3 }, idsOf(exampleTokens));
    expect([...embed(parameters, idsOf(exampleTokens)).data]).toEqual([...x.data]);
  });

  it('tells two places of the same character apart', () => {
    const twice = embed(parameters, idsOf(['我', '我']));
    expect(at(twice, 0, 0)).not.toBe(at(twice, 1, 0));
  });
});

describe('the second input', () => {
  it('is of another length than the sentence, so that n_q ≠ n_k', () => {
    expect(memoryTokens.length).not.toBe(exampleTokens.length);
  });

  it('fits the context', () => {
    expect(memoryTokens.length).toBeLessThanOrEqual(parameters.positionEmbedding.rows);
  });

  it('has no character that the model does not know', () => {
    expect(idsOf(memoryTokens)).not.toContain(tokenId(trainedVocabulary, unknownToken));
  });
});
