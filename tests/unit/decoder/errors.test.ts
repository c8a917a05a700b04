/** Everything about parameters and tokens that does not fit, one at a time. */
import { describe, expect, it } from 'vitest';
import {
  decode,
  lossAndGradients,
  parameterNames,
  tokenLosses,
} from '../../../src/decoder/index.ts';
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

describe.each([
  ['lossAndGradients', lossAndGradients],
  ['tokenLosses', tokenLosses],
] as const)('%s', (name, run) => {
  const runOn = (...sequences: readonly (readonly number[])[]) => run(good, { nHeads }, sequences);

  it('no sequence', () => {
    expectShapeError(() => runOn(), `${name}: at least one sequence, got 0`);
  });

  it.each([[[]], [[1]]])('a sequence %j that asks nothing', (sequence) => {
    expectShapeError(
      () => runOn([1, 2], sequence),
      `${name}: a sequence must have 2 tokens or more, and one more than positionEmbedding 8×9 has rows or fewer, ` +
        `got ${sequence.length} in sequences[1]`,
    );
  });

  it('one token more than there are positions is fine: the last is only predicted', () => {
    expect(() => runOn([0, 1, 2, 3, 4, 5, 6, 7, 8])).not.toThrow();
  });

  it('two tokens more are not', () => {
    expectShapeError(() => runOn([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), 'got 10 in sequences[0]');
  });

  it.each([-1, 12, 0.5, Number.NaN])('token %d, to be read', (token) => {
    expect(() => runOn([1, 2], [3, token, 4])).toThrow(
      new RangeError(
        `${name}: sequences[1][1] must be a row of tokenEmbedding, 0 … 11, got ${token}`,
      ),
    );
  });

  it.each([-1, 12])('token %d, to be predicted only', (token) => {
    expect(() => runOn([1, 2], [3, 4, token])).toThrow(
      new RangeError(
        `${name}: sequences[1][2] must be a row of tokenEmbedding, 0 … 11, got ${token}`,
      ),
    );
  });

  it.each([2, 0, 10, 1.5])('%d heads of nine columns', (heads) => {
    expectShapeError(
      () => run(good, { nHeads: heads }, [[1, 2]]),
      `${name}: nHeads must be a whole number that divides wq.cols, got nHeads ${heads}, wq 9×9`,
    );
  });

  it('parameters that do not fit', () => {
    expectShapeError(
      () => run({ ...good, wo: zeros(9, 8) }, { nHeads }, [[1, 2]]),
      `${name}: wo must be 9×9, got wo 9×8, tokenEmbedding 12×9, w1 9×18`,
    );
  });

  it('parameters of mixed array kinds', () => {
    expectShapeError(
      () => run({ ...good, b2: narrow.b2 }, { nHeads }, [[1, 2]]),
      `${name}: tokenEmbedding and b2 must be of one array kind`,
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
