/** Everything about parameters and tokens that does not fit, one at a time. */
import { describe, expect, it } from 'vitest';
import { decode, parameterNames } from '../../../src/decoder/index.ts';
import { layerNorm } from '../../../src/decoder/layer-norm.ts';
import { ShapeError, type Matrix } from '../../../src/math/index.ts';
import { decoderReference, referenceParameters } from '../../support/decoder.ts';
import { matrixFrom } from '../../support/fixtures.ts';

const good = referenceParameters();
const narrow = referenceParameters('Float32');
const { nHeads } = decoderReference;

const zeros = (rows: number, cols: number): Matrix =>
  matrixFrom(
    rows,
    cols,
    Array.from({ length: rows * cols }, () => 0),
  );

const decodeWith = (changes: Record<string, unknown>) =>
  decode({ ...good, ...changes }, { nHeads }, [1, 2]);

const expectShapeError = (run: () => unknown, message: string): void => {
  expect(run).toThrow(ShapeError);
  expect(run).toThrow(message);
};

describe('parameters', () => {
  // The three that set V, T, d and f cannot be wrong alone: another is named, against their shapes.
  const free = new Set<string>(['tokenEmbedding', 'positionEmbedding', 'w1']);

  it.each(parameterNames)('%s with a column too many is refused', (name) => {
    const { rows, cols } = good[name];
    expectShapeError(() => decodeWith({ [name]: zeros(rows, cols + 1) }), 'decode: ');
  });

  it.each(parameterNames.filter((name) => !free.has(name)))('%s with a row too many', (name) => {
    const { rows, cols } = good[name];
    expectShapeError(
      () => decodeWith({ [name]: zeros(rows + 1, cols) }),
      `decode: ${name} must be ${rows}×${cols}, got ${name} ${rows + 1}×${cols}, tokenEmbedding 12×9, w1 9×18`,
    );
  });

  it('tokenEmbedding of another vocabulary than the output layer', () => {
    expectShapeError(
      () => decodeWith({ tokenEmbedding: zeros(13, 9) }),
      'decode: unembedding must be 9×13, got unembedding 9×12, tokenEmbedding 13×9, w1 9×18',
    );
  });

  it('w1 of another depth than the model', () => {
    expectShapeError(
      () => decodeWith({ w1: zeros(8, 18) }),
      'decode: w1 must be 9×18, got w1 8×18',
    );
  });

  it.each(parameterNames)('%s of another array kind', (name) => {
    expectShapeError(() => decodeWith({ [name]: narrow[name] }), 'must be of one array kind');
  });

  it.each(parameterNames)('%s missing', (name) => {
    expectShapeError(
      () => decodeWith({ [name]: undefined }),
      `decode: ${name} must be a matrix of at least one row and one column over rows·cols entries, got undefined`,
    );
  });

  it('empty', () => {
    const empty = { rows: 0, cols: 9, data: new Float64Array(0) };
    expectShapeError(() => decodeWith({ positionEmbedding: empty }), 'got 0×9 over 0 entries');
  });
});

describe('configuration', () => {
  it.each([2, 0, 10, 1.5])('%d heads of nine columns', (heads) => {
    expectShapeError(
      () => decode(good, { nHeads: heads }, [1]),
      `attend: nHeads must be a whole number that divides wq.cols, got nHeads ${heads}, x 1×9, wq 9×9`,
    );
  });
});

describe('tokens', () => {
  it('none is a ShapeError', () => {
    expectShapeError(
      () => decode(good, { nHeads }, []),
      'decode: between 1 and 8 tokens, one per row of positionEmbedding 8×9, got 0',
    );
  });

  it('as many as there are positions is fine', () => {
    expect(() => decode(good, { nHeads }, [0, 1, 2, 3, 4, 5, 6, 11])).not.toThrow();
  });

  it('more than there are positions is a ShapeError', () => {
    expectShapeError(() => decode(good, { nHeads }, [0, 1, 2, 3, 4, 5, 6, 7, 8]), 'got 9');
  });

  it.each([-1, 12, 0.5, Number.NaN, Infinity])('%d is a RangeError', (token) => {
    expect(() => decode(good, { nHeads }, [0, token])).toThrow(
      new RangeError(`decode: tokens[1] must be a row of tokenEmbedding, 0 … 11, got ${token}`),
    );
  });
});

describe('layerNorm', () => {
  it.each([
    ['gain', [zeros(1, 2), zeros(1, 3)]],
    ['bias', [zeros(1, 3), zeros(1, 2)]],
    ['bias', [zeros(1, 3), zeros(2, 3)]],
  ] as const)('refuses a %s that is not one row as wide as m', (name, [gain, bias]) => {
    expectShapeError(
      () => layerNorm(zeros(2, 3), gain, bias),
      `layerNorm: ${name} must be one row`,
    );
  });
});
