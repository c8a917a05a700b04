/** Driving a run in the training room, with a real worker: start, pause, single steps, starting over, seed and learning rate. */
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { sessionOf } from '../../src/app/train/session.ts';
import { advanceRun, ourPlan, startRun } from '../../src/training/index.ts';
import {
  button,
  click,
  enter,
  eventually,
  numbersOf,
  reaches,
  stepsOf,
  takeSteps,
  texts,
} from './training-support.tsx';

/** Steps after steps until `count`, in the page itself. */
const computed =
  (count: number, plan = ourPlan, vocabSize = 112) =>
  (sequences: Parameters<typeof advanceRun>[2]) =>
    advanceRun(startRun(plan, vocabSize), plan, sequences, (steps) => steps === count);

describe('driving', () => {
  it('starts at step 0 with nothing learned', () => {
    const room = enter();
    expect([stepsOf(room), room.session().running]).toEqual([0, false]);
    expect(screen.getByText(texts.progress(0, ourPlan.steps))).toBeTruthy();
  });

  it('takes a single step, and exactly one', async () => {
    const room = enter();
    await takeSteps(room, 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(stepsOf(room)).toBe(1);
  });

  it('says the step it is at', async () => {
    const room = enter();
    await takeSteps(room, 2);
    await eventually(() => screen.getByText(texts.progress(2, ourPlan.steps)));
  });

  it('grows by itself once it is started, and its loss falls', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 40);
    click(texts.pause);
    const { losses } = room.session().run;
    expect(losses.at(-1)! < losses[0]! - 0.5).toBe(true);
  });

  it('keeps what it has when it is paused', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 5);
    click(texts.pause);
    // A slice that was at work may still come in.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const kept = stepsOf(room);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([kept >= 5, stepsOf(room), room.session().running]).toEqual([true, kept, false]);
  });

  it('goes on from there', async () => {
    const room = enter();
    await takeSteps(room, 3);
    const before = room.session().run.losses;
    click(texts.resume);
    await reaches(room, 10);
    click(texts.pause);
    expect(room.session().run.losses.slice(0, 3)).toEqual(before);
  });

  it('rests the single step while it runs', async () => {
    const room = enter();
    click(texts.start);
    await eventually(() => button(texts.pause));
    expect(button(texts.step).disabled).toBe(true);
    await reaches(room, 1);
    click(texts.pause);
  });

  it('starts over from step 0 with the same parameters as at first', async () => {
    const room = enter();
    const before = numbersOf(room.session().run.parameters);
    await takeSteps(room, 2);
    click(texts.reset);
    expect([stepsOf(room), numbersOf(room.session().run.parameters)]).toEqual([0, before]);
  });

  it('starts over in the middle of a run, which ends it for good', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 5);
    click(texts.reset);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([stepsOf(room), room.session().running]).toEqual([0, false]);
  });

  it('ends by itself at the end of its plan', async () => {
    const room = enter();
    await takeSteps(room, 1);
    act(() => {
      const { session } = room;
      sessionOf(room.store).setState({ plan: { ...session().plan, steps: 6 } });
    });
    click(texts.resume);
    await eventually(() => screen.getByText(texts.finished));
    expect([stepsOf(room), room.session().running, button(texts.step).disabled]).toEqual([
      6,
      false,
      true,
    ]);
  });
});

describe('the same seed', () => {
  it('makes the worker’s parameters those of the engine, to the bit', async () => {
    const room = enter();
    await takeSteps(room, 4);
    const { run, material } = room.session();
    const want = computed(4)(material.sequences);
    expect(run.losses).toEqual(want.losses);
    expect(numbersOf(run.parameters)).toEqual(numbersOf(want.parameters));
  });

  it('makes them so whether the steps are single or run', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 3);
    click(texts.pause);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const { run, material } = room.session();
    const want = computed(run.losses.length)(material.sequences);
    expect(numbersOf(run.parameters)).toEqual(numbersOf(want.parameters));
  });
});

describe('the seed', () => {
  const field = (): HTMLInputElement => screen.getByRole('spinbutton');

  it('is ours at first', () => {
    enter();
    expect(field().value).toBe(String(ourPlan.seed));
  });

  it('starts over with other parameters', async () => {
    const room = enter();
    const before = numbersOf(room.session().run.parameters);
    await takeSteps(room, 2);
    fireEvent.change(field(), { target: { value: '7' } });
    expect([stepsOf(room), room.session().plan.seed]).toEqual([0, 7]);
    expect(numbersOf(room.session().run.parameters)).not.toEqual(before);
  });

  it('takes another at the press of a button', () => {
    const room = enter();
    click(texts.nextSeed);
    expect(room.session().plan.seed).toBe(ourPlan.seed + 1);
  });

  it('makes another run', async () => {
    const room = enter();
    fireEvent.change(field(), { target: { value: '7' } });
    await takeSteps(room, 2);
    const { run, material } = room.session();
    const want = computed(2, { ...ourPlan, seed: 7 })(material.sequences);
    expect(numbersOf(run.parameters)).toEqual(numbersOf(want.parameters));
  });

  it.each(['-1', '1.5', '1e3', '1000000', '99999999999999999999', ''])(
    '%j is not taken',
    async (value) => {
      const room = enter();
      await takeSteps(room, 1);
      fireEvent.change(field(), { target: { value } });
      expect([room.session().plan.seed, stepsOf(room)]).toEqual([ourPlan.seed, 1]);
    },
  );

  it('ends a run that is going on', async () => {
    const room = enter();
    click(texts.start);
    await reaches(room, 2);
    click(texts.nextSeed);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect([stepsOf(room), room.session().running]).toEqual([0, false]);
  });
});

describe('the learning rate', () => {
  const slider = (): HTMLInputElement => screen.getByRole('slider');

  it('is ours at first, in words too', () => {
    enter();
    expect(screen.getByText(String(ourPlan.learningRate))).toBeTruthy();
  });

  it.each([
    ['0', 0.001],
    ['5', 0.01],
    ['12', 0.1],
    ['15', 0.3],
  ])('at %s is %d', (value, rate) => {
    const room = enter();
    fireEvent.change(slider(), { target: { value } });
    expect(room.session().plan.learningRate).toBe(rate);
  });

  it('stays where it was put', () => {
    enter();
    const places = Array.from({ length: Number(slider().max) + 1 }, (_, i) => String(i));
    const jumped = places.filter((value) => {
      fireEvent.change(slider(), { target: { value } });
      return slider().value !== value;
    });
    expect(jumped).toEqual([]);
  });

  it('keeps the steps that were taken', async () => {
    const room = enter();
    await takeSteps(room, 2);
    fireEvent.change(slider(), { target: { value: '5' } });
    expect(stepsOf(room)).toBe(2);
  });

  it('is used from the next step on', async () => {
    const room = enter();
    fireEvent.change(slider(), { target: { value: '12' } });
    await takeSteps(room, 3);
    const { run, material } = room.session();
    const want = computed(3, { ...ourPlan, learningRate: 0.1 })(material.sequences);
    expect(numbersOf(run.parameters)).toEqual(numbersOf(want.parameters));
  });
});
