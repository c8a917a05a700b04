/** Random inputs for attention and the decoder, small enough to shrink to something readable. */
import fc from 'fast-check';
import type { AttentionOptions, AttentionParameters } from '../../src/attention/index.ts';
import type { DecoderConfig, DecoderParameters } from '../../src/decoder/index.ts';
import type { Matrix } from '../../src/math/index.ts';
import { matrixFrom } from './fixtures.ts';

/** Entries between −limit and limit. Zeros of either sign included. */
export const entries = (limit: number): fc.Arbitrary<number> =>
  fc.double({ min: -limit, max: limit, noNaN: true });

export const matrices = (rows: number, cols: number, limit = 2): fc.Arbitrary<Matrix> =>
  fc
    .array(entries(limit), { minLength: rows * cols, maxLength: rows * cols, size: 'max' })
    .map((data) => matrixFrom(rows, cols, data));

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

export interface DecoderCase {
  readonly parameters: DecoderParameters;
  readonly config: DecoderConfig;
  readonly tokens: readonly number[];
}

const decoderShapes = fc.record({
  vocabulary: count(6),
  context: count(5),
  nHeads: count(3),
  dK: count(2),
  dFF: count(5),
});

/** A decoder of random parameters on random tokens. */
export const decoderCases = (wanted: { causal?: boolean } = {}): fc.Arbitrary<DecoderCase> =>
  decoderShapes.chain(({ vocabulary, context, nHeads, dK, dFF }) => {
    const d = nHeads * dK;
    return fc.record({
      parameters: fc.record({
        tokenEmbedding: matrices(vocabulary, d),
        positionEmbedding: matrices(context, d),
        wq: matrices(d, d),
        wk: matrices(d, d),
        wv: matrices(d, d),
        wo: matrices(d, d),
        norm1Gain: matrices(1, d),
        norm1Bias: matrices(1, d),
        w1: matrices(d, dFF),
        b1: matrices(1, dFF),
        w2: matrices(dFF, d),
        b2: matrices(1, d),
        norm2Gain: matrices(1, d),
        norm2Bias: matrices(1, d),
        unembedding: matrices(d, vocabulary),
        unembeddingBias: matrices(1, vocabulary),
      }),
      config: fc
        .record({ causal: fc.boolean(), scale: fc.option(entries(2), { nil: undefined }) })
        .map(({ causal, scale }) => ({
          nHeads,
          causal: wanted.causal ?? causal,
          ...(scale === undefined ? {} : { scale }),
        })),
      tokens: fc.array(fc.integer({ min: 0, max: vocabulary - 1 }), {
        minLength: 1,
        maxLength: context,
      }),
    });
  });
