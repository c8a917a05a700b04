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

const openLine = (onFailure: (reason: Error) => void): Line => {
  const worker = new TrainingWorker();
  let cut: Line['cut'] = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    cut = reject;
  });
  // Every call has its own handler; without a call there is nothing to report.
  broken.catch(() => undefined);
  // The next call gets a new worker.
  worker.addEventListener('error', (event) => onFailure(new Error(event.message)));
  return { worker, call: wrap<Advance>(worker), broken, cut };
};

export const createTrainer = (): Trainer => {
  let line: Line | null = null;
  const hangUp = (reason: Error): void => {
    line?.worker.terminate();
    line?.cut(reason);
    line = null;
  };
  return {
    advance: async (...given) => {
      line ??= openLine(hangUp);
      return Promise.race([line.call(...given), line.broken]);
    },
    end: () => {
      hangUp(new TrainerEnded('trainer: ended while it was at work'));
    },
  };
};
