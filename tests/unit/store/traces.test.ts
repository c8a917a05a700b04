/** From inputs to traces: computed once, right switch, right inputs; the reader's own mask wins. */
import { describe, expect, it } from 'vitest';
import { attend } from '../../../src/attention/index.ts';
import { decode } from '../../../src/decoder/index.ts';
import { embed, memoryTokens, tokenIds } from '../../../src/example/index.ts';
import { at } from '../../../src/math/index.ts';
import {
  selectCausal,
  selectComputation,
  selectCrossTokens,
  selectCrossTrace,
  selectFacts,
  selectTrace,
  traceOf,
} from '../../../src/store/index.ts';
import { steps } from '../../../src/walkthrough/index.ts';
import { stateWith } from './samples.ts';

const state = stateWith();
const ids = tokenIds(state.vocabulary, state.tokens);

describe('traceOf', () => {
  it('is the decoder’s own result', () => {
    const want = decode(state.parameters, { nHeads: 3, causal: true }, ids);
    expect([...traceOf(state, true).probabilities.data]).toEqual([...want.probabilities.data]);
  });

  it('is the same object for equal inputs in another state', () => {
    expect(traceOf({ ...state, step: 'mask' } as typeof state, true)).toBe(traceOf(state, true));
  });

  it.each([
    ['mask', traceOf(state, false)],
    ['scaling', traceOf({ ...state, scaled: false }, true)],
    ['head count', traceOf({ ...state, nHeads: 9 }, true)],
    ['choice of heads', traceOf({ ...state, headsOff: [1] }, true)],
    ['choice of positions', traceOf({ ...state, positions: false }, true)],
    ['tokens', traceOf({ ...state, tokens: ['我', '有'] }, true)],
    ['parameters', traceOf({ ...state, parameters: { ...state.parameters } }, true)],
  ] as const)('is another object for another %s', (_, other) => {
    expect(other).not.toBe(traceOf(state, true));
  });

  it('passes the scores on untouched where scaling is off', () => {
    const head = traceOf({ ...state, scaled: false }, false).attention.heads[1]!;
    expect([...head.scaled.data]).toEqual([...head.scores.data]);
  });

  it('divides by √d_k of the head, not of the model', () => {
    const { scores, scaled } = traceOf(state, false).attention.heads[0]!;
    expect(at(scaled, 4, 1)).toBeCloseTo(at(scores, 4, 1) / Math.sqrt(3), 12);
  });
});

describe('selectCausal', () => {
  it.each(steps)('follows step $id where the reader chose nothing', ({ id, causal }) => {
    expect(selectCausal({ step: id, causalChoice: null })).toBe(causal);
  });

  it.each(steps.flatMap(({ id }) => [[id, true] as const, [id, false] as const]))(
    'at %s is %s where the reader chose so',
    (step, causalChoice) => {
      expect(selectCausal({ step, causalChoice })).toBe(causalChoice);
    },
  );

  it('decides which trace the stage draws', () => {
    const seen = { ...state, step: 'context', causalChoice: true } as const;
    expect(selectTrace(seen)).toBe(traceOf(state, true));
  });
});

describe('cross-attention', () => {
  const forward = stateWith({ step: 'cross-attention' });
  const swapped = { ...forward, beat: 1 };

  it('lets the sentence ask the other input first', () => {
    expect(selectCrossTokens(forward)).toEqual({ queries: forward.tokens, keys: memoryTokens });
  });

  it('lets the other input ask after the swap', () => {
    expect(selectCrossTokens(swapped)).toEqual({ queries: memoryTokens, keys: forward.tokens });
  });

  it.each([
    ['forward', forward, 5, 7],
    ['swapped', swapped, 7, 5],
  ] as const)('%s has rectangular scores', (_, seen, rows, cols) => {
    const { scores } = selectCrossTrace(seen).heads[0]!;
    expect([scores.rows, scores.cols]).toEqual([rows, cols]);
  });

  it('is attention over the two inputs’ vectors', () => {
    const { parameters, tokens, vocabulary } = forward;
    const want = attend(
      embed(parameters, tokenIds(vocabulary, memoryTokens)),
      parameters,
      { nHeads: 3, causal: false },
      embed(parameters, tokenIds(vocabulary, tokens)),
    );
    expect([...selectCrossTrace(swapped).output.data]).toEqual([...want.output.data]);
  });

  it('is never masked, whatever the switch says', () => {
    const seen = { ...forward, causalChoice: true };
    const { masked } = selectCrossTrace(seen).heads[0]!;
    expect(masked.data.includes(-Infinity)).toBe(false);
  });

  it('is the same object for equal inputs', () => {
    expect(selectCrossTrace({ ...forward })).toBe(selectCrossTrace(forward));
  });

  it('tells the two directions apart', () => {
    expect(selectCrossTrace(swapped)).not.toBe(selectCrossTrace(forward));
  });

  it('stands behind the step’s cells', () => {
    expect(selectComputation(forward).matrix({ matrix: 'scores', head: 1 })).toBe(
      selectCrossTrace(forward).heads[1]!.scores,
    );
  });
});

describe('selectComputation', () => {
  it('is the same object for equal inputs', () => {
    expect(selectComputation({ ...state })).toBe(selectComputation(state));
  });

  it.each([null, true, false])('“before” is without the mask where the switch is %s', (choice) => {
    const seen = stateWith({ step: 'mask', causalChoice: choice });
    const masked = selectComputation(seen, 'before').matrix({ matrix: 'masked', head: 0 });
    expect(masked.data.includes(-Infinity)).toBe(false);
  });

  it.each([null, true, false])('“after” is with the mask where the switch is %s', (choice) => {
    const seen = stateWith({ step: 'mask', causalChoice: choice });
    const masked = selectComputation(seen, 'after').matrix({ matrix: 'masked', head: 0 });
    expect(at(masked, 1, 2)).toBe(-Infinity);
  });
});

describe('selectFacts', () => {
  it('is the same object for the same state', () => {
    expect(selectFacts(state)).toBe(selectFacts(state));
  });
});
