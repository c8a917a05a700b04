/** What the trained parameters promise, computed from src/example/parameters.json as it lies there. */
import { describe, expect, it } from 'vitest';
import { totalVariation, answerTo } from '../../../scripts/lib/training-report.ts';
import { parameterNames } from '../../../src/decoder/index.ts';
import { trainedParameters, trainedVocabulary } from '../../../src/example/index.ts';
import stored from '../../../src/example/parameters.json';
import {
  corpus,
  entropyFloor,
  floorWithoutContext,
  lossOf,
  ourPlan,
  ownPrompt,
  promptPairs,
  sequencesOf,
  vocabularyOf,
  type Means,
  type Prompt,
} from '../../../src/training/index.ts';

const parameters = trainedParameters();
const sequences = sequencesOf(corpus, trainedVocabulary);
const answer = (text: string) => answerTo(parameters, trainedVocabulary, text);

describe('the file', () => {
  it('has the vocabulary of the corpus', () => {
    expect(trainedVocabulary).toEqual(vocabularyOf(corpus));
  });

  it('was trained by our plan', () => {
    expect(stored.plan).toEqual(ourPlan);
  });

  it('counts the sentences', () => {
    expect(stored.sentences).toBe(corpus.length);
  });

  it.each(parameterNames)('has %s on the grid of 0.01, without −0', (name) => {
    const off = [...parameters[name].data].filter(
      (value) => Number(value.toFixed(2)) !== value || Object.is(value, -0),
    );
    expect(off).toEqual([]);
  });
});

describe('figures in the file are those of the parameters, to their four digits', () => {
  const figures: readonly (readonly [string, Means, Means])[] = [
    ['loss', stored.loss, lossOf(parameters, sequences)],
    ['entropyFloor', stored.entropyFloor, entropyFloor(sequences)],
    ['floorWithoutContext', stored.floorWithoutContext, floorWithoutContext(sequences)],
  ];
  // Half a unit of the fourth digit, and some room for sums whose last bits depend on the machine.
  const half = 0.5e-4 + 1e-9;

  it.each(figures)('%s, mean', (_, written, computed) => {
    expect(Math.abs(written.mean - computed.mean)).toBeLessThanOrEqual(half);
  });

  it.each(figures)('%s, by position', (_, written, computed) => {
    expect(written.byPosition).toHaveLength(computed.byPosition.length);
    const off = computed.byPosition.filter((v, i) => Math.abs(v - written.byPosition[i]!) > half);
    expect(off).toEqual([]);
  });
});

describe('the model', () => {
  it('has a mean loss within 0.05 nat of the entropy floor', () => {
    const above = lossOf(parameters, sequences).mean - entropyFloor(sequences).mean;
    expect(above).toBeLessThanOrEqual(0.05);
  });

  it('has a loss below what can be had without context', () => {
    expect(lossOf(parameters, sequences).mean).toBeLessThan(floorWithoutContext(sequences).mean);
  });

  it('gives 具 at least 0.85 after 我有一个玩', () => {
    expect(answer(ownPrompt.text).probabilityOf(ownPrompt.next)).toBeGreaterThanOrEqual(0.85);
  });
});

describe('in the row of 玩', () => {
  const { heads, tokens } = answer(ownPrompt.text);

  it('some head gives at least half to one earlier character', () => {
    const earlier = heads.flatMap((row) => row.slice(0, tokens.length - 1));
    expect(Math.max(...earlier)).toBeGreaterThanOrEqual(0.5);
  });

  it('some two heads place at least 0.3 of their attention differently', () => {
    const distances = heads.flatMap((a, i) => heads.slice(i + 1).map((b) => totalVariation(a, b)));
    expect(Math.max(...distances)).toBeGreaterThanOrEqual(0.3);
  });
});

describe('pairs that differ before their last character only', () => {
  const isRight = ({ text, next }: Prompt): boolean => answer(text).ranked[0]?.token === next;

  it('the first pair is right both ways', () => {
    expect(promptPairs[0]?.map(isRight)).toEqual([true, true]);
  });

  it('at least five more are right both ways', () => {
    const right = promptPairs.slice(1).filter((pair) => pair.every(isRight));
    expect(right.length).toBeGreaterThanOrEqual(5);
  });
});
