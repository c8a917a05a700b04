/** What attention is worth: the same plan with its output held at zero, trained here in some seconds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../../scripts/lib/training-report.ts';
import type { DecoderParameters } from '../../../src/decoder/index.ts';
import stored from '../../../src/example/parameters.json';
import {
  advanceRun,
  corpus,
  entropyFloor,
  floorWithoutContext,
  lossOf,
  ourPlan,
  ownPrompt,
  roundedParameters,
  sequencesOf,
  startRun,
  vocabularyOf,
} from '../../../src/training/index.ts';
import { never } from '../../support/runs.ts';

describe('our plan without attention', () => {
  const plan = { ...ourPlan, attention: false };
  const vocabulary = vocabularyOf(corpus);
  const sequences = sequencesOf(corpus, vocabulary);
  let parameters: DecoderParameters;
  let loss: number;

  beforeAll(() => {
    const run = advanceRun(startRun(plan, vocabulary.length), plan, sequences, never);
    parameters = roundedParameters(run.parameters);
    loss = lossOf(parameters, sequences).mean;
  }, 180_000);

  it('gives 具 less than half after 我有一个玩', () => {
    const { probabilityOf } = answerTo(parameters, vocabulary, ownPrompt.text);
    expect(probabilityOf(ownPrompt.next)).toBeLessThan(0.5);
  });

  it('comes within 0.05 nat of the floor without context', () => {
    expect(loss - floorWithoutContext(sequences).mean).toBeLessThanOrEqual(0.05);
  });

  it('stays well above the entropy floor', () => {
    expect(loss - entropyFloor(sequences).mean).toBeGreaterThan(0.2);
  });

  it('has about the loss that is stored; on another machine training may take a slightly other way', () => {
    expect(Math.abs(loss - stored.lossWithoutAttention.mean)).toBeLessThan(0.01);
  });
});
