/** The seeded parameters: the same on every call, on the grid, of the shapes the model declares. */
import { describe, expect, it } from 'vitest';
import { decode, parameterNames, type DecoderParameters } from '../../../src/decoder/index.ts';
import {
  exampleShape,
  exampleTokens,
  seededParameters,
  tokenId,
  vocabulary,
} from '../../../src/example/index.ts';

const parameters = seededParameters();
const { dModel: d, dFF: f, contextLength: t, vocabSize: v } = exampleShape;

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
    expect([d, exampleShape.nHeads]).toEqual([9, 3]);
  });

  it('has a vocabulary as large as its list', () => {
    expect(v).toBe(vocabulary.length);
  });

  it('has room for the sentence and its next character', () => {
    expect(t).toBeGreaterThan(exampleTokens.length);
  });

  it('starts from 我有一个玩', () => {
    expect(exampleTokens.join('')).toBe('我有一个玩');
  });
});

describe('seededParameters', () => {
  it.each(parameterNames)('makes the same %s on every call', (name) => {
    expect([...seededParameters()[name].data]).toEqual([...parameters[name].data]);
  });

  it('makes new objects on every call, so that no page shares them', () => {
    expect(seededParameters().wq).not.toBe(parameters.wq);
  });

  it.each(parameterNames)('gives %s its shape', (name) => {
    const { rows, cols } = parameters[name];
    expect([rows, cols]).toEqual(shapes[name]);
  });

  it.each(parameterNames)('keeps %s on the 0.01 grid', (name) => {
    const off = [...parameters[name].data].filter((value) => Number(value.toFixed(2)) !== value);
    expect(off).toEqual([]);
  });

  it.each(parameterNames)('leaves no column of %s all zero', (name) => {
    const { rows, cols, data } = parameters[name];
    const sums = Array.from({ length: cols }, (_, col) =>
      Array.from({ length: rows }, (_row, row) => Math.abs(data[row * cols + col]!)).reduce(
        (a, b) => a + b,
        0,
      ),
    );
    // A single row of small numbers may round to 0 here and there; a whole matrix may not.
    expect(sums.some((sum) => sum > 0) && (rows === 1 || sums.every((sum) => sum > 0))).toBe(true);
  });

  it('can be decoded', () => {
    const { probabilities } = decode(
      parameters,
      { nHeads: exampleShape.nHeads },
      exampleTokens.map(tokenId),
    );
    expect([probabilities.rows, probabilities.cols]).toEqual([exampleTokens.length, v]);
  });

  it('draws three projections that differ', () => {
    const texts = ['wq', 'wk', 'wv'].map((name) => [...parameters[name as 'wq'].data].join(' '));
    expect(new Set(texts).size).toBe(3);
  });
});
