/** A run is a value: the same start gives the same bits, however it is cut into pieces. */
import { describe, expect, it } from 'vitest';
import { decode, lossAndGradients, parameterNames } from '../../../src/decoder/index.ts';
import { exampleShape, tokenIds } from '../../../src/example/index.ts';
import { toRows } from '../../../src/math/index.ts';
import {
  advanceRun,
  charactersOf,
  isFinished,
  startRun,
  stepRun,
  trainedHeads,
  type Plan,
  type Run,
} from '../../../src/training/index.ts';
import { never, numbersOf, tinyPlan, tinySequences, tinyVocabulary } from '../../support/runs.ts';

const start = (changes: Partial<Plan> = {}): Run =>
  startRun({ ...tinyPlan, ...changes }, tinyVocabulary.length);

const advance = (run: Run, until: (steps: number) => boolean = never, plan: Plan = tinyPlan): Run =>
  advanceRun(run, plan, tinySequences, until);

const whole = advance(start());

describe('the start', () => {
  it('has the example’s shape', () => {
    const { tokenEmbedding, positionEmbedding, w1 } = start().parameters;
    const { dModel, contextLength, dFF } = exampleShape;
    expect(tokenEmbedding).toMatchObject({ rows: tinyVocabulary.length, cols: dModel });
    expect(positionEmbedding).toMatchObject({ rows: contextLength, cols: dModel });
    expect(w1).toMatchObject({ rows: dModel, cols: dFF });
  });

  it('has gains of 1 and biases of 0', () => {
    const { parameters } = start();
    const values = (name: 'norm1Gain' | 'norm2Gain' | 'b1' | 'b2' | 'unembeddingBias') =>
      new Set(parameters[name].data);
    expect([values('norm1Gain'), values('norm2Gain')]).toEqual([new Set([1]), new Set([1])]);
    expect([values('b1'), values('b2'), values('unembeddingBias')]).toEqual(
      [0, 0, 0].map((zero) => new Set([zero])),
    );
  });

  it('is the same for the same seed, to the bit', () => {
    expect(numbersOf(start().parameters)).toEqual(numbersOf(start().parameters));
  });

  it('is another for another seed', () => {
    expect(numbersOf(start({ seed: 8 }).parameters)).not.toEqual(numbersOf(start().parameters));
  });

  it('has no loss yet', () => {
    expect(start().losses).toEqual([]);
  });
});

describe('a step', () => {
  it('notes the loss before it', () => {
    const run = start();
    const { loss } = lossAndGradients(run.parameters, trainedHeads, tinySequences);
    expect(stepRun(run, tinyPlan, tinySequences).losses).toEqual([loss]);
  });

  it('moves every parameter that the sentences touch', () => {
    const run = start();
    const moved = stepRun(run, tinyPlan, tinySequences);
    for (const name of parameterNames) {
      expect(toRows(moved.parameters[name]), name).not.toEqual(toRows(run.parameters[name]));
    }
  });

  it('writes to nothing that it was given', () => {
    const run = stepRun(start(), tinyPlan, tinySequences);
    const before = structuredClone({ run, tinyPlan, tinySequences });
    stepRun(run, tinyPlan, tinySequences);
    expect({ run, tinyPlan, tinySequences }).toEqual(before);
  });
});

describe('a run', () => {
  it('has the same bits every time', () => {
    expect(numbersOf(advance(start()).parameters)).toEqual(numbersOf(whole.parameters));
  });

  it('step by step is the run at once', () => {
    let run = start();
    while (!isFinished(run, tinyPlan)) run = stepRun(run, tinyPlan, tinySequences);
    expect(run).toEqual(whole);
  });

  it('in two pieces is the run at once', () => {
    const first = advance(start(), (steps) => steps >= 9);
    expect(advance(first)).toEqual(whole);
  });

  it('stops where it is told to', () => {
    expect(advance(start(), (steps) => steps >= 5).losses).toHaveLength(5);
  });

  it('counts from where it is taken up, not from the start', () => {
    const first = advance(start(), (steps) => steps >= 5);
    expect(advance(first, (steps) => steps >= 5).losses).toHaveLength(10);
  });

  it('ends with the plan', () => {
    expect(whole.losses).toHaveLength(tinyPlan.steps);
  });

  it('is finished then, and not a step sooner', () => {
    const almost = advance(start(), (steps) => steps >= tinyPlan.steps - 1);
    expect([isFinished(almost, tinyPlan), isFinished(whole, tinyPlan)]).toEqual([false, true]);
  });

  it('that is finished goes no further', () => {
    expect(advance(whole)).toBe(whole);
  });

  it('learns the tiny corpus', () => {
    expect(whole.losses.at(-1)).toBeLessThan(whole.losses[0]! / 2);
  });

  it('writes to nothing that it was given', () => {
    const run = start();
    const before = structuredClone({ run, tinyPlan, tinySequences });
    advance(run);
    expect({ run, tinyPlan, tinySequences }).toEqual(before);
  });
});

describe('without attention', () => {
  const plan = { ...tinyPlan, attention: false };
  const run = advance(start(plan), never, plan);

  it('W_O is 0 at the start', () => {
    expect(new Set([...start(plan).parameters.wo.data].map(Math.abs))).toEqual(new Set([0]));
  });

  it('W_O is 0 at the end', () => {
    expect(new Set([...run.parameters.wo.data].map(Math.abs))).toEqual(new Set([0]));
  });

  it('everything else starts where it starts with attention', () => {
    const rest = (one: Run) => numbersOf({ ...one.parameters, wo: whole.parameters.wo });
    expect(rest(start(plan))).toEqual(rest(start()));
  });

  it('the loss goes down all the same', () => {
    expect(run.losses.at(-1)).toBeLessThan(run.losses[0]! / 2);
  });

  it('what stands before the last character changes nothing, to the bit', () => {
    const lastRow = (text: string) => {
      const ids = tokenIds(tinyVocabulary, charactersOf(text));
      return toRows(decode(run.parameters, trainedHeads, ids).probabilities).at(-1);
    };
    expect(lastRow('我有')).toEqual(lastRow('你有'));
  });
});
