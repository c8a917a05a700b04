/** The worker that trains. It keeps nothing between calls: a run comes in, and the same run, further on, goes out. */
import { expose } from 'comlink';
import { advanceRun, type Plan, type Run, type Sequences } from '../../training/index.ts';

/** Takes a run further for about `milliseconds`, by one step at least. */
const advance = (run: Run, plan: Plan, sequences: Sequences, milliseconds: number): Run => {
  const end = performance.now() + milliseconds;
  return advanceRun(run, plan, sequences, (steps) => steps > 0 && performance.now() >= end);
};

export type Advance = typeof advance;

expose(advance);
