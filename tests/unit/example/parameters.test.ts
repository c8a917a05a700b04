/** The trained parameters as matrices: the same on every call, of the shapes the model declares. */
import { describe, expect, it } from 'vitest';
import { decode, parameterNames, type DecoderParameters } from '../../../src/decoder/index.ts';
import {
  exampleShape,
  exampleTokens,
  tokenIds,
  trainedParameters,
  trainedVocabulary,
} from '../../../src/example/index.ts';
import stored from '../../../src/example/parameters.json';
import { toRows } from '../../../src/math/index.ts';

const parameters = trainedParameters();
const { dModel: d, dFF: f, contextLength: t, nHeads } = exampleShape;
const v = trainedVocabulary.length;

const shapes: Record<keyof DecoderParameters, readonly [number, number]> = {
  tokenEmbedding: [v, d],
  positionEmbedding: [t, d],
  wq: [d, d],
  wk: [d, d],
  wv: [d, d],
  wo: [d, d],
  norm1Gain: [1, d],
  norm1Bias: [1, d],
  w1: [d, f],
  b1: [1, f],
  w2: [f, d],
  b2: [1, d],
  norm2Gain: [1, d],
  norm2Bias: [1, d],
  unembedding: [d, v],
  unembeddingBias: [1, v],
};

describe('the example’s shape', () => {
  it('is the article’s: 9 dimensions, 3 heads', () => {
    expect([d, nHeads]).toEqual([9, 3]);
  });

  it('has room for the sentence and its next character', () => {
    expect(t).toBeGreaterThan(exampleTokens.length);
  });

  it('starts from 我有一个玩', () => {
    expect(exampleTokens.join('')).toBe('我有一个玩');
  });
});

describe('trainedParameters', () => {
  it.each(parameterNames)('has the rows of %s as they are stored', (name) => {
    const rows = stored.parameters[name].map((row) => row.map((hundredths) => hundredths / 100));
    expect(toRows(parameters[name])).toEqual(rows);
  });

  it('makes new objects on every call, so that no page shares them', () => {
    expect(trainedParameters().wq.data.buffer).not.toBe(parameters.wq.data.buffer);
  });

  it.each(parameterNames)('gives %s its shape', (name) => {
    const { rows, cols } = parameters[name];
    expect([rows, cols]).toEqual(shapes[name]);
  });

  it.each(parameterNames)('leaves no matrix %s all zero', (name) => {
    expect(parameters[name].data.some((value) => value !== 0)).toBe(true);
  });

  it('can be decoded', () => {
    const ids = tokenIds(trainedVocabulary, exampleTokens);
    const { probabilities } = decode(parameters, { nHeads }, ids);
    expect([probabilities.rows, probabilities.cols]).toEqual([exampleTokens.length, v]);
  });

  it('has three projections that differ', () => {
    const texts = (['wq', 'wk', 'wv'] as const).map((name) => parameters[name].data.join(' '));
    expect(new Set(texts).size).toBe(3);
  });
});
