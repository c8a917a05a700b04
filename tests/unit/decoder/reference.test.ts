/** The forward pass of the decoder against PyTorch in float64. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/decoder/index.ts';
import { expectAgreement } from '../../support/agreement.ts';
import { decoderReference, referenceParameters } from '../../support/decoder.ts';
import { kinds, matrixFromRows } from '../../support/fixtures.ts';

const { forward, nHeads } = decoderReference;
const tolerances = { Float64: 1e-11, Float32: 1e-5 };

describe.each(kinds)('%s', (kind) => {
  const trace = decode(referenceParameters(kind), { nHeads }, forward.tokens);
  const tolerance = tolerances[kind];

  it.each(['x', 'y', 'z', 'logits', 'probabilities'] as const)('%s', (stage) => {
    const place = { case: `decoder, ${kind}`, stage };
    expectAgreement(place, trace[stage], matrixFromRows(forward[stage]), tolerance);
  });

  it('weights of every head', () => {
    expect(trace.attention.heads).toHaveLength(forward.weights.length);
    for (const [head, want] of forward.weights.entries()) {
      const place = { case: `decoder, ${kind}`, stage: 'weights', head };
      const got = trace.attention.heads[head]!.weights;
      expectAgreement(place, got, matrixFromRows(want), tolerance);
    }
  });
});
