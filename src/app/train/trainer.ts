/** The page's end of the training worker: made when it is first needed, ended when the room is left. */
import { wrap } from 'comlink';
import type { Advance } from './worker.ts';
// The bundler makes the default export of a worker, which the linter cannot see.
// oxlint-disable-next-line import/default
import TrainingWorker from './worker.ts?worker&inline';

/** A call was cut short because the room was left; nothing went wrong. */
export class TrainerEnded extends Error {
  override readonly name = 'TrainerEnded';
}

export interface Trainer {
  /** Rejects with TrainerEnded where the trainer is ended meanwhile, and with what stopped the worker where it fails. */
  readonly advance: (...given: Parameters<Advance>) => Promise<ReturnType<Advance>>;
  readonly end: () => void;
}

interface Line {
  readonly worker: Worker;
  readonly call: (...given: Parameters<Advance>) => Promise<ReturnType<Advance>>;
  /** Never fulfilled; rejects when the worker can no longer answer. */
  readonly broken: Promise<never>;
  readonly cut: (reason: Error) => void;
}

const openLine = (): Line => {
  const worker = new TrainingWorker();
  let cut: Line['cut'] = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    cut = reject;
  });
  // Every call has its own handler; without a call there is nothing to report.
  broken.catch(() => undefined);
  worker.addEventListener('error', (event) => cut(new Error(event.message)));
  return { worker, call: wrap<Advance>(worker), broken, cut };
};

export const createTrainer = (): Trainer => {
  let line: Line | null = null;
  return {
    advance: async (...given) => {
      line ??= openLine();
      return Promise.race([line.call(...given), line.broken]);
    },
    end: () => {
      line?.worker.terminate();
      line?.cut(new TrainerEnded('trainer: ended while it was at work'));
      line = null;
    },
  };
};
