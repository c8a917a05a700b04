/** What narration may say, worked out a second time from the trace. */
import { describe, expect, it } from 'vitest';
import { trainedVocabulary } from '../../../src/example/index.ts';
import { at, type Matrix } from '../../../src/math/index.ts';
import {
  predictionsOf,
  selectDepartures,
  selectFacts,
  selectTrace,
  traceOf,
  type StageCell,
} from '../../../src/store/index.ts';
import { stateWith } from './samples.ts';

const rowOf = (m: Matrix, row: number): number[] =>
  Array.from({ length: m.cols }, (_, col) => at(m, row, col));
const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values));

const cell: StageCell = { matrix: 'scores', head: 1, row: 2, col: 0 };
const state = stateWith({ step: 'scores', head: 1, pinned: cell });
const facts = selectFacts(state);
const head = selectTrace(state).attention.heads[1]!;

describe('shapes and switches', () => {
  it('are those of the model', () => {
    expect(facts).toMatchObject({
      dModel: 9,
      nHeads: 3,
      dK: 3,
      vocabularySize: trainedVocabulary.length,
    });
  });

  it('count heads from 1', () => {
    expect(facts.head).toBe(2);
  });

  it('follow another head count', () => {
    expect(selectFacts(stateWith({ nHeads: 9, head: 8 }))).toMatchObject({ dK: 1, head: 9 });
  });

  it.each([true, false])('say whether the mask is on: %s', (causalChoice) => {
    expect(selectFacts(stateWith({ causalChoice })).causal).toBe(causalChoice);
  });

  it('count the parameters', () => {
    const v = trainedVocabulary.length;
    const wanted = v * 9 + 12 * 9 + 4 * 81 + 4 * 9 + 9 * 18 + 18 + 18 * 9 + 9 + 9 * v + v;
    expect(facts.parameters).toBe(wanted);
  });
});

describe('the active row', () => {
  it('is the pinned cell’s', () => {
    expect([facts.query, facts.key]).toEqual([2, 0]);
  });

  it('has no key where the columns are dimensions', () => {
    const pinned: StageCell = { matrix: 'q', head: 1, row: 2, col: 0 };
    expect(selectFacts(stateWith({ step: 'scores', pinned })).key).toBeNull();
  });

  it('names its largest weight', () => {
    const row = rowOf(head.weights, 2);
    expect([facts.topKey, facts.topShare]).toEqual([largest(row), Math.max(...row)]);
  });

  it('names its largest score', () => {
    expect(facts.topScoreKey).toBe(largest(rowOf(head.scores, 2)));
  });

  it('names the largest weight in every head', () => {
    const wanted = selectTrace(state).attention.heads.map(({ weights }) => {
      const row = rowOf(weights, 2);
      return { topKey: largest(row), topShare: Math.max(...row) };
    });
    expect(facts.heads).toEqual(wanted);
  });

  it('follows weights that were set by hand', () => {
    const edited = stateWith({ step: 'one-row', rowWeights: [0.1, 0, 0, 0.9, 0] });
    expect(selectFacts(edited)).toMatchObject({ topKey: 3, topShare: 0.9 });
  });
});

describe('spreads', () => {
  const deviation = (m: Matrix): number => {
    const values = [...m.data];
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return Math.sqrt(values.reduce((a, b) => a + (b - mean) * (b - mean), 0) / values.length);
  };

  it('is the standard deviation of the scores', () => {
    expect(facts.scoreSpread).toBeCloseTo(deviation(head.scores), 12);
  });

  it('shrinks by √d_k', () => {
    expect(facts.scaledSpread).toBeCloseTo(facts.scoreSpread / Math.sqrt(3), 12);
  });

  it('stays where scaling is off', () => {
    const { scoreSpread, scaledSpread } = selectFacts(stateWith({ scaled: false }));
    expect(scaledSpread).toBe(scoreSpread);
  });
});

describe('prediction', () => {
  const { probabilities } = selectTrace(state);

  it('has the five most probable characters of the last row, best first', () => {
    const ranked = rowOf(probabilities, 4)
      .map((probability, id) => ({ token: trainedVocabulary[id], probability }))
      .toSorted((a, b) => b.probability - a.probability);
    expect(facts.prediction).toEqual(ranked.slice(0, 5));
  });

  it('has as many as were asked for', () => {
    expect(predictionsOf(trainedVocabulary, selectTrace(state), 0, 3)).toHaveLength(3);
  });

  it('does not change with the mask, as there is one layer', () => {
    expect(facts.maskChangesPrediction).toBe(false);
  });

  it('rests on the last row being the same with and without the mask', () => {
    const off = rowOf(traceOf(state, true).probabilities, 4).map((p, id) =>
      Math.abs(p - at(traceOf(state, false).probabilities, 4, id)),
    );
    expect(Math.max(...off)).toBeLessThan(1e-12);
  });
});

describe('cross-attention', () => {
  it.each([
    [0, 5, 7],
    [1, 7, 5],
  ])('on beat %i, %i rows ask %i', (beat, crossQueries, nMemory) => {
    const seen = stateWith({ step: 'cross-attention', beat });
    expect(selectFacts(seen)).toMatchObject({ crossQueries, nMemory });
  });
});

describe('training', () => {
  it('is ours: no steps of the reader’s own', () => {
    expect(facts.ownSteps).toBeNull();
  });

  it('is the reader’s own, with its steps', () => {
    const own = stateWith({ origin: { kind: 'room', steps: 257 } });
    expect(selectFacts(own).ownSteps).toBe(257);
  });

  it('has departed in the ways the state says', () => {
    const departed = stateWith({ nHeads: 1, scaled: false, positions: false });
    expect(selectFacts(departed).departures).toEqual(selectDepartures(departed));
  });

  it('went as far as the position table', () => {
    expect(facts.contextLength).toBe(state.parameters.positionEmbedding.rows);
  });

  it('counts the heads that are off from 1', () => {
    expect(selectFacts(stateWith({ headsOff: [0, 2] })).headsOff).toEqual([1, 3]);
  });
});
