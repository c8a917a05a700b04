/** Every intermediate of every reference case, computed by PyTorch in float64. */
import { describe, expect, it } from 'vitest';
import { attend, type AttentionTrace, type HeadMatrixName } from '../../../src/attention/index.ts';
import { expectAgreement } from '../../support/agreement.ts';
import {
  kinds,
  matrixFromRows,
  readFixture,
  type Kind,
  type Rows,
} from '../../support/fixtures.ts';

interface AttentionCase {
  readonly name: string;
  readonly nHeads: number;
  readonly dK: number;
  readonly causal: boolean;
  readonly scale: number;
  readonly x: Rows;
  readonly memory: Rows | null;
  readonly wq: Rows;
  readonly wk: Rows;
  readonly wv: Rows;
  readonly wo: Rows | null;
  readonly expected: {
    readonly heads: readonly Record<HeadMatrixName, Rows>[];
    readonly concat: Rows;
    readonly output: Rows;
  };
}

const { cases } = readFixture<{ cases: readonly AttentionCase[] }>('attention-cases.json');
const stages = ['q', 'k', 'v', 'scores', 'scaled', 'masked', 'weights', 'context'] as const;
const tolerances: Record<Kind, number> = { Float64: 1e-12, Float32: 1e-5 };

const run = (c: AttentionCase, kind: Kind): AttentionTrace => {
  const matrix = (rows: Rows) => matrixFromRows(rows, kind);
  // The default scale is left to the library, so that it is tested too.
  const ownScale = c.scale === 1 / Math.sqrt(c.dK) ? {} : { scale: c.scale };
  return attend(
    matrix(c.x),
    {
      wq: matrix(c.wq),
      wk: matrix(c.wk),
      wv: matrix(c.wv),
      ...(c.wo ? { wo: matrix(c.wo) } : {}),
    },
    { nHeads: c.nHeads, causal: c.causal, ...ownScale },
    c.memory ? matrix(c.memory) : undefined,
  );
};

it('has all 11 cases', () => {
  expect(cases).toHaveLength(11);
});

describe.each(kinds)('%s', (kind) => {
  describe.each(cases)('$name', (c) => {
    const trace = run(c, kind);
    const tolerance = tolerances[kind];

    it('has every head', () => {
      expect(trace.heads).toHaveLength(c.expected.heads.length);
    });

    it.each(stages)('%s', (stage) => {
      for (const [head, expected] of c.expected.heads.entries()) {
        const place = { case: c.name, stage, head };
        const want = matrixFromRows(expected[stage]);
        expectAgreement(place, trace.heads[head]![stage], want, tolerance);
      }
    });

    it.each(['concat', 'output'] as const)('%s', (stage) => {
      const want = matrixFromRows(c.expected[stage]);
      expectAgreement({ case: c.name, stage }, trace[stage], want, tolerance);
    });
  });
});
