/** The training session with a trainer whose answers come when the test says: what overtakes what, and what a failure leaves behind. */
import { describe, expect, it } from 'vitest';
import { sessionOf, type SessionStore } from '../../src/app/train/session.ts';
import { TrainerEnded, type Trainer } from '../../src/app/train/trainer.ts';
import { createAppStore } from '../../src/store/index.ts';
import { ourPlan, readCorpus, stepRun, type Run } from '../../src/training/index.ts';

interface Call {
  readonly run: Run;
  readonly milliseconds: number;
  /** Answers with the run as it is so many steps on. */
  answer(steps?: number): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** Lets everything that waits for an answer go on. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const fakeTrainer = (): { trainer: Trainer; calls: Call[] } => {
  const calls: Call[] = [];
  const trainer: Trainer = {
    advance: (run, plan, sequences, milliseconds) =>
      new Promise<Run>((resolve, reject) => {
        calls.push({
          run,
          milliseconds,
          answer: (steps = 1) => {
            let next = run;
            for (let i = 0; i < steps; i++) next = stepRun(next, plan, sequences);
            resolve(next);
            return settle();
          },
          fail: (error) => {
            reject(error);
            return settle();
          },
        });
      }),
    end: () => undefined,
  };
  return { trainer, calls };
};

/** A session over three sentences, so that a step costs next to nothing. */
const make = () => {
  const session = sessionOf(createAppStore());
  session.getState().learnFrom(readCorpus('我有一个球\n你有两本书\n他很好'));
  return { session, ...fakeTrainer() };
};

const stepsOf = (session: SessionStore): number => session.getState().run.losses.length;
const seen = (session: SessionStore) => {
  const { running, failed } = session.getState();
  return { steps: stepsOf(session), running, failed };
};

describe('a run', () => {
  it('asks for the next slice when the last one is there', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    await calls[0]?.answer(3);
    expect([calls.length, calls[1]?.run === session.getState().run, stepsOf(session)]).toEqual([
      2,
      true,
      3,
    ]);
  });

  it('asks for one slice at a time', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    void session.getState().start(trainer);
    await settle();
    expect(calls).toHaveLength(1);
  });

  it('that was paused keeps what was at work, and asks no more', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    session.getState().pause();
    await calls[0]?.answer(2);
    expect([calls.length, seen(session)]).toEqual([1, { steps: 2, running: false, failed: false }]);
  });

  it('that was paused and started again at once does not go on twice', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    session.getState().pause();
    void session.getState().start(trainer);
    await calls[0]?.answer();
    await calls[1]?.answer();
    session.getState().pause();
    // A second loop would have one more call in line by now.
    await calls[2]?.answer();
    expect([calls.length, stepsOf(session), session.getState().running]).toEqual([3, 3, false]);
  });

  it('ends when its plan does', async () => {
    const { session, trainer, calls } = make();
    session.setState({ plan: { ...ourPlan, steps: 2 } });
    void session.getState().start(trainer);
    await settle();
    await calls[0]?.answer(2);
    expect([calls.length, seen(session)]).toEqual([1, { steps: 2, running: false, failed: false }]);
  });

  it('that is done cannot be started or stepped', async () => {
    const { session, trainer, calls } = make();
    session.setState({ plan: { ...ourPlan, steps: 0 } });
    void session.getState().start(trainer);
    void session.getState().step(trainer);
    await settle();
    expect([calls.length, session.getState().running]).toEqual([0, false]);
  });
});

describe('a single step', () => {
  it('asks for no time at all, which is one step', async () => {
    const { session, trainer, calls } = make();
    void session.getState().step(trainer);
    await settle();
    expect(calls.map(({ milliseconds }) => milliseconds)).toEqual([0]);
  });

  it('after another waits for it and goes on from there', async () => {
    const { session, trainer, calls } = make();
    void session.getState().step(trainer);
    void session.getState().step(trainer);
    await settle();
    await calls[0]?.answer();
    await calls[1]?.answer();
    expect([calls.length, stepsOf(session)]).toEqual([2, 2]);
  });

  it('is nothing while a run is going on', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    void session.getState().step(trainer);
    await settle();
    expect(calls).toHaveLength(1);
  });
});

describe('starting over', () => {
  const ways: readonly (readonly [string, (session: SessionStore) => void])[] = [
    ['by reset', (session) => session.getState().reset()],
    ['with another seed', (session) => session.getState().setSeed(7)],
    ['with another corpus', (session) => session.getState().learnFrom(readCorpus('你好'))],
  ];

  it.each(ways)('%s does not bring back what was at work', async (_, startOver) => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    startOver(session);
    await calls[0]?.answer(5);
    expect(seen(session)).toEqual({ steps: 0, running: false, failed: false });
  });

  it.each(ways)('%s and starting at once goes on from the new beginning', async (_, startOver) => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    startOver(session);
    const { run } = session.getState();
    void session.getState().start(trainer);
    await calls[0]?.answer(5);
    expect([calls.length, calls[1]?.run === run]).toEqual([2, true]);
  });

  it('keeps seed, learning rate and beginning', () => {
    const { session } = make();
    session.getState().setLearningRate(0.1);
    session.getState().setSeed(7);
    session.getState().setPrompt('你有');
    session.getState().reset();
    expect(session.getState()).toMatchObject({
      plan: { ...ourPlan, seed: 7, learningRate: 0.1 },
      prompt: '你有',
    });
  });

  it('forgets a failure', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    await calls[0]?.fail(new Error('no worker here'));
    session.getState().reset();
    expect(session.getState().failed).toBe(false);
  });
});

describe('a trainer that fails', () => {
  it('stops the run, says so, and keeps what there is', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    await calls[0]?.answer(2);
    await calls[1]?.fail(new Error('out of memory'));
    expect(seen(session)).toEqual({ steps: 2, running: false, failed: true });
  });

  it('can be tried again', async () => {
    const { session, trainer, calls } = make();
    void session.getState().step(trainer);
    await settle();
    await calls[0]?.fail(new Error('out of memory'));
    void session.getState().step(trainer);
    await settle();
    await calls[1]?.answer();
    expect(seen(session)).toEqual({ steps: 1, running: false, failed: false });
  });

  it('because the room was left is no failure', async () => {
    const { session, trainer, calls } = make();
    void session.getState().start(trainer);
    await settle();
    session.getState().pause();
    await calls[0]?.fail(new TrainerEnded('left'));
    expect(seen(session)).toEqual({ steps: 0, running: false, failed: false });
  });

  it('of a room that was left leaves the next one free to run', async () => {
    const { session, trainer, calls } = make();
    const next = fakeTrainer();
    void session.getState().start(trainer);
    await settle();
    session.getState().pause();
    await calls[0]?.fail(new TrainerEnded('left'));
    void session.getState().start(next.trainer);
    await settle();
    await next.calls[0]?.answer(2);
    expect(seen(session)).toEqual({ steps: 2, running: true, failed: false });
  });
});

describe('the session', () => {
  it('is one for one page', () => {
    const store = createAppStore();
    expect(sessionOf(store)).toBe(sessionOf(store));
  });

  it('is another for another page', () => {
    expect(sessionOf(createAppStore())).not.toBe(sessionOf(createAppStore()));
  });
});
