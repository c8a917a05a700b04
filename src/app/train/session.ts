/** What goes on in the training room: the run, its plan and its sentences; it outlives the room, so that one can leave and come back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppStore } from '../../store/index.ts';
import {
  corpus,
  entropyFloor,
  floorWithoutContext,
  isFinished,
  ourPlan,
  ownPrompt,
  readCorpus,
  sequencesOf,
  startRun,
  type Plan,
  type ReadCorpus,
  type Run,
  type Sequences,
} from '../../training/index.ts';
import { TrainerEnded, type Trainer } from './trainer.ts';

/** Sentences ready to be trained on, and what can be said of them without any model. */
export interface Material {
  readonly sentences: readonly string[];
  readonly vocabulary: readonly string[];
  readonly sequences: Sequences;
  /** The loss that no model gets below. */
  readonly floor: number;
  /** The loss that no model gets below that sees only the last character and its place. */
  readonly floorWithoutContext: number;
}

export interface Session {
  readonly plan: Plan;
  readonly material: Material;
  readonly run: Run;
  readonly running: boolean;
  /** Whether the worker could not do its work. */
  readonly failed: boolean;
  /** The beginning of a sentence that is put to the model as it learns. */
  readonly prompt: string;
  /** The corpus as it stands in the editor; null until it was touched. */
  readonly draft: string | null;
  start(trainer: Trainer): Promise<void>;
  pause(): void;
  /** A single step. */
  step(trainer: Trainer): Promise<void>;
  reset(): void;
  setSeed(seed: number): void;
  setLearningRate(learningRate: number): void;
  setPrompt(prompt: string): void;
  setDraft(draft: string | null): void;
  /** Takes what can be used of a corpus and starts over. */
  learnFrom(read: ReadCorpus): void;
}

export type SessionStore = StoreApi<Session>;

const materialOf = (sentences: readonly string[], vocabulary: readonly string[]): Material => {
  const sequences = sequencesOf(sentences, vocabulary);
  return {
    sentences,
    vocabulary,
    sequences,
    floor: entropyFloor(sequences).mean,
    floorWithoutContext: floorWithoutContext(sequences).mean,
  };
};

/** How long the worker trains between two pictures: long enough to learn, short enough to be seen learning. */
const slice = 90;

const createSession = (): SessionStore =>
  createStore<Session>()((set, get) => {
    const { sentences, vocabulary } = readCorpus(corpus.join('\n'));
    const material = materialOf(sentences, vocabulary);
    const fresh = (plan: Plan, { vocabulary: { length } }: Material): Run => startRun(plan, length);
    let atWork: Promise<void> = Promise.resolve();
    const call = async (trainer: Trainer, milliseconds: number): Promise<void> => {
      const { run, plan, material: now } = get();
      try {
        const next = await trainer.advance(run, plan, now.sequences, milliseconds);
        // What was started over meanwhile is not brought back.
        if (get().run === run) set({ run: next });
      } catch (error) {
        set({ running: false, failed: !(error instanceof TrainerEnded) });
      }
    };
    /** One call of the worker, after the one before it. */
    const further = (trainer: Trainer, milliseconds: number): Promise<void> => {
      atWork = atWork.then(() => call(trainer, milliseconds));
      return atWork;
    };
    /** Counts starts, so that a loop that was paused does not go on beside the next one. */
    let starts = 0;
    const startOver = (): void => {
      const { plan, material: now } = get();
      set({ run: fresh(plan, now), running: false, failed: false });
    };
    return {
      plan: ourPlan,
      material,
      run: fresh(ourPlan, material),
      running: false,
      failed: false,
      prompt: ownPrompt.text,
      draft: null,
      start: async (trainer) => {
        if (get().running || isFinished(get().run, get().plan)) return;
        set({ running: true, failed: false });
        starts += 1;
        const own = starts;
        const goesOn = (): boolean => get().running && own === starts;
        while (goesOn()) {
          // One slice after the other is the point: each goes on from where the last one stood.
          // oxlint-disable-next-line no-await-in-loop
          await further(trainer, slice);
          if (own === starts && isFinished(get().run, get().plan)) set({ running: false });
        }
      },
      pause: () => set({ running: false }),
      step: async (trainer) => {
        if (get().running || isFinished(get().run, get().plan)) return;
        set({ failed: false });
        await further(trainer, 0);
      },
      reset: startOver,
      setSeed: (seed) => {
        set({ plan: { ...get().plan, seed } });
        startOver();
      },
      setLearningRate: (learningRate) => set({ plan: { ...get().plan, learningRate } }),
      setPrompt: (prompt) => set({ prompt }),
      setDraft: (draft) => set({ draft }),
      learnFrom: (read) => {
        set({ material: materialOf(read.sentences, read.vocabulary) });
        startOver();
      },
    };
  });

const sessions = new WeakMap<AppStore, SessionStore>();

/** The page's one session, made when the room is first entered. */
export const sessionOf = (store: AppStore): SessionStore => {
  const session = sessions.get(store) ?? createSession();
  sessions.set(store, session);
  return session;
};
