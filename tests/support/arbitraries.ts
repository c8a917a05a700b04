/** Random inputs for attention and the decoder, small enough to shrink to something readable. */
import fc from 'fast-check';
import type { AttentionOptions, AttentionParameters } from '../../src/attention/index.ts';
import type { DecoderConfig, DecoderParameters } from '../../src/decoder/index.ts';
import type { Matrix } from '../../src/math/index.ts';
import { matrixFrom } from './fixtures.ts';

/** Multiples of limit/100 between −limit and limit, all alike likely. */
export const evenEntries = (limit: number): fc.Arbitrary<number> =>
  fc.integer({ min: -100, max: 100 }).map((step) => (step * limit) / 100);

/**
 * Entries between −limit and limit: mostly even ones, since a double drawn bit by bit is nearly always next to 0, where a
 * wrong product is as small as a right one; and some of those too. Zeros of either sign included.
 */
export const entries = (limit: number): fc.Arbitrary<number> =>
  fc.oneof(
    { arbitrary: evenEntries(limit), weight: 4 },
    { arbitrary: fc.double({ min: -limit, max: limit, noNaN: true }), weight: 1 },
  );

const matricesOf =
  (arbitrary: fc.Arbitrary<number>) =>
  (rows: number, cols: number): fc.Arbitrary<Matrix> =>
    fc
      .array(arbitrary, { minLength: rows * cols, maxLength: rows * cols, size: 'max' })
      .map((data) => matrixFrom(rows, cols, data));

export const matrices = (rows: number, cols: number, limit = 2): fc.Arbitrary<Matrix> =>
  matricesOf(entries(limit))(rows, cols);

export interface AttentionCase {
  readonly x: Matrix;
  readonly memory: Matrix | undefined;
  readonly parameters: AttentionParameters;
  readonly options: AttentionOptions;
}

export interface AttentionShape {
  readonly nQ: number;
  readonly nK: number;
  readonly nHeads: number;
  readonly dK: number;
  readonly dX: number;
  readonly dMemory: number;
  readonly cross: boolean;
  readonly projected: boolean;
}

const count = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max });

const attentionShapes: fc.Arbitrary<AttentionShape> = fc.record({
  nQ: count(5),
  nK: count(5),
  nHeads: count(3),
  dK: count(3),
  dX: count(6),
  dMemory: count(4),
  cross: fc.boolean(),
  projected: fc.boolean(),
});

export interface Wanted {
  readonly causal?: boolean;
  readonly cross?: boolean;
  /** The largest entry of x; 40 makes scores that overflow a naive exp. */
  readonly limit?: number;
}

/** Attention on random matrices: self or cross with a memory of another width, with or without wo, mask and scale. */
export const attentionCases = (wanted: Wanted = {}): fc.Arbitrary<AttentionCase> =>
  attentionShapes.chain((shape) => {
    const { nQ, nK, nHeads, dK, dX, dMemory, projected } = shape;
    const cross = wanted.cross ?? shape.cross;
    const dModel = nHeads * dK;
    const dSource = cross ? dMemory : dX;
    return fc
      .record({
        x: matrices(nQ, dX, wanted.limit),
        memory: cross ? matrices(nK, dMemory, wanted.limit) : fc.constant(undefined),
        wq: matrices(dX, dModel),
        wk: matrices(dSource, dModel),
        wv: matrices(dSource, dModel),
        wo: projected ? matrices(dModel, dX) : fc.constant(undefined),
        causal: wanted.causal === undefined ? fc.boolean() : fc.constant(wanted.causal),
        scale: fc.option(entries(2), { nil: undefined }),
      })
      .map(({ x, memory, wq, wk, wv, wo, causal, scale }) => ({
        x,
        memory,
        parameters: { wq, wk, wv, ...(wo === undefined ? {} : { wo }) },
        options: { nHeads, causal, ...(scale === undefined ? {} : { scale }) },
      }));
  });

interface DecoderShape {
  readonly vocabulary: number;
  readonly context: number;
  readonly nHeads: number;
  readonly dK: number;
  readonly dFF: number;
}

const decoderShapes: fc.Arbitrary<DecoderShape> = fc.record({
  vocabulary: count(6),
  context: count(5),
  nHeads: count(3),
  dK: count(2),
  dFF: count(5),
});

/** Parameters of one shape, every matrix made by `make`. */
const parametersOf = (
  { vocabulary, context, nHeads, dK, dFF }: DecoderShape,
  make: (rows: number, cols: number) => fc.Arbitrary<Matrix>,
): fc.Arbitrary<DecoderParameters> => {
  const d = nHeads * dK;
  return fc.record({
    tokenEmbedding: make(vocabulary, d),
    positionEmbedding: make(context, d),
    wq: make(d, d),
    wk: make(d, d),
    wv: make(d, d),
    wo: make(d, d),
    norm1Gain: make(1, d),
    norm1Bias: make(1, d),
    w1: make(d, dFF),
    b1: make(1, dFF),
    w2: make(dFF, d),
    b2: make(1, d),
    norm2Gain: make(1, d),
    norm2Bias: make(1, d),
    unembedding: make(d, vocabulary),
    unembeddingBias: make(1, vocabulary),
  });
};

/** A mask or none, a scale of its own or none. */
const configOf = (
  { nHeads }: DecoderShape,
  scales: fc.Arbitrary<number>,
): fc.Arbitrary<DecoderConfig & { readonly causal: boolean }> =>
  fc
    .record({ causal: fc.boolean(), scale: fc.option(scales, { nil: undefined }) })
    .map(({ causal, scale }) => ({ nHeads, causal, ...(scale === undefined ? {} : { scale }) }));

const tokensOf = ({ vocabulary }: DecoderShape, minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: vocabulary - 1 }), { minLength, maxLength });

export interface DecoderCase {
  readonly parameters: DecoderParameters;
  readonly config: DecoderConfig;
  readonly tokens: readonly number[];
}

/** A decoder of random parameters on random tokens. */
export const decoderCases = (wanted: { causal?: boolean } = {}): fc.Arbitrary<DecoderCase> =>
  decoderShapes.chain((shape) =>
    fc.record({
      parameters: parametersOf(shape, matrices),
      config: configOf(shape, entries(2)).map((config) => ({ ...config, ...wanted })),
      tokens: tokensOf(shape, 1, shape.context),
    }),
  );

export interface LossCase {
  readonly parameters: DecoderParameters;
  readonly config: DecoderConfig;
  readonly sequences: readonly (readonly number[])[];
}

/** At least two dimensions, because a row of one entry is normed to 0 whatever it was. */
const lossShapes: fc.Arbitrary<DecoderShape> = fc
  .record({
    vocabulary: fc.integer({ min: 2, max: 5 }),
    context: fc.integer({ min: 2, max: 5 }),
    nHeads: count(3),
    dK: count(3),
    dFF: count(5),
  })
  .filter(({ nHeads, dK }) => nHeads * dK >= 2);

/** A decoder of random even parameters on up to four sequences, each of a length of its own. */
export const lossCases = (limit = 1): fc.Arbitrary<LossCase> =>
  lossShapes.chain((shape) =>
    fc.record({
      parameters: parametersOf(shape, matricesOf(evenEntries(limit))),
      config: configOf(shape, evenEntries(limit)),
      sequences: fc.array(tokensOf(shape, 2, shape.context + 1), { minLength: 1, maxLength: 4 }),
    }),
  );
