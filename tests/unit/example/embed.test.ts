/** The second input's vectors: token plus position, the same rows that the decoder looks up. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/decoder/index.ts';
import {
  embed,
  exampleTokens,
  memoryTokens,
  seededParameters,
  tokenId,
} from '../../../src/example/index.ts';
import { at } from '../../../src/math/index.ts';

const parameters = seededParameters();

describe('embed', () => {
  it('has one row per token', () => {
    expect(embed(parameters, memoryTokens).rows).toBe(memoryTokens.length);
  });

  it('is the decoder’s X for the same tokens', () => {
    const { x } = decode(parameters, { nHeads: 3 }, exampleTokens.map(tokenId));
    expect([...embed(parameters, exampleTokens).data]).toEqual([...x.data]);
  });

  it('gives an unknown character the unknown token’s row', () => {
    expect([...embed(parameters, ['龘']).data]).toEqual([...embed(parameters, ['□']).data]);
  });

  it('tells two places of the same character apart', () => {
    const twice = embed(parameters, ['我', '我']);
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
});
