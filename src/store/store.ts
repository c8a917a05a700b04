/** The store: state plus the named actions that change it. One per page, made by a factory, so that tests and frames never share one. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  beatOf,
  shows,
  stepAt,
  stepIndex,
  stepOf,
  steps,
  stopMaking,
  type StepId,
  type Stop,
} from '../walkthrough/index.ts';
import { editActions, ownInputs, type EditActions } from './edit-actions.ts';
import type { Edited } from './history.ts';
import { settled } from './settled.ts';
import type {
  Fill,
  History,
  Language,
  LitTerm,
  Speed,
  StageCell,
  State,
  Theme,
  View,
} from './state.ts';

export interface Actions extends EditActions {
  goTo(step: StepId, beat?: number): void;
  goToBeat(beat: number): void;
  next(): void;
  previous(): void;
  /** Beats first, then steps: what a remote clicker means. False at the very end. */
  nextBeat(): boolean;
  previousBeat(): boolean;
  hover(cell: StageCell | null): void;
  pin(cell: StageCell | null): void;
  /** Chooses a block of the figure; null lets go of it. */
  chooseBlock(block: string | null): void;
  /** Lights terms of the explained cell on the stage; of another cell where one is given. */
  light(lit: LitTerm | null, cell?: StageCell): void;
  /** Follows a factor to the cell it came from and remembers the way back. */
  follow(from: StageCell, to: StageCell): void;
  /** Follows a number to where it goes, at the stop that makes it where the stage does not show it. */
  advance(from: StageCell, to: StageCell): void;
  /** Goes back along the breadcrumb to its entry `index`. */
  retrace(index: number): void;
  setHead(head: number): void;
  setFill(fill: Fill): void;
  /** Lets another row ask; what was selected belongs to the row before. */
  letAsk(row: number): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setView(view: View): void;
  /** Goes to a moment of the stop's motion; null lets everything rest. */
  setMoment(moment: number | null): void;
  setPlaying(playing: boolean): void;
  /** Goes to a stop of the step and plays it, and nothing after it. */
  playBeat(beat: number): void;
  setSpeed(speed: Speed): void;
  dismissRejected(): void;
}

export type Store = State & Actions;
export type AppStore = StoreApi<Store>;

/** Who asks for a number wants the picture to hold still. */
const still = { hovered: null, lit: null, moment: null, playing: false } as const;

/** Another stop at which a cell can be seen, where this one does not show it and the number stays the same, since the mask does; else null. */
const placeFor = (state: State, { matrix }: StageCell): Stop | null => {
  if (shows(state, matrix)) return null;
  const place = stopMaking(matrix);
  const isSameMask =
    state.causalChoice !== null ||
    (place !== null && stepOf(place.step).causal === stepOf(state.step).causal);
  return isSameMask ? place : null;
};

/** Where the page begins, and how it is looked at there. */
export const initialPlace: Omit<State, keyof Edited | keyof History> = {
  step: stepAt(0).id,
  beat: 0,
  head: 0,
  playing: false,
  once: false,
  view: 'reader',
  language: 'zh-CN',
  theme: 'auto',
  fill: 'value',
  orientation: 'rows',
  speed: 1,
  rejected: [],
  keeping: null,
  ...settled,
};

const noHistory: History = {
  past: [],
  future: [],
  gesture: null,
  base: null,
  held: null,
  side: 'b',
  probe: null,
};

export const initialState = (own = ownInputs()): State => ({
  ...initialPlace,
  ...noHistory,
  ...own,
});

/** The place one beat on, or null at the end. */
const placeAfter = ({ step, beat }: Stop): Stop | null => {
  if (beat + 1 < stepOf(step).beats.length) return { step, beat: beat + 1 };
  const index = stepIndex(step);
  return index + 1 < steps.length ? { step: stepAt(index + 1).id, beat: 0 } : null;
};

/** The place one beat back, or null at the start. */
const placeBefore = ({ step, beat }: Stop): Stop | null => {
  if (beat > 0) return { step, beat: beat - 1 };
  const index = stepIndex(step);
  if (index === 0) return null;
  const before = stepAt(index - 1);
  return { step: before.id, beat: before.beats.length - 1 };
};

export const createAppStore = (overrides: Partial<State> = {}, own = ownInputs()): AppStore =>
  createStore<Store>()((set, get) => ({
    ...initialState(own),
    ...overrides,
    ...editActions(set, own),
    goTo: (step, beat = 0) => set({ step, beat, ...settled }),
    goToBeat: (beat) => set({ beat, ...settled }),
    next: () => get().goTo(stepAt(stepIndex(get().step) + 1).id),
    previous: () => get().goTo(stepAt(stepIndex(get().step) - 1).id),
    nextBeat: () => {
      const place = placeAfter(get());
      if (place) set({ ...place, ...settled });
      return place !== null;
    },
    previousBeat: () => {
      const place = placeBefore(get());
      if (place) set({ ...place, ...settled });
      return place !== null;
    },
    hover: (hovered) => set({ hovered, lit: null }),
    chooseBlock: (block) => set({ block }),
    light: (lit, cell) => set(cell ? { lit, hovered: cell } : { lit }),
    pin: (pinned) => set({ ...still, pinned, trail: [] }),
    follow: (from, to) => set(({ trail }) => ({ ...still, pinned: to, trail: [...trail, from] })),
    advance: (from, to) =>
      set((state) => {
        const place = placeFor(state, to);
        return {
          ...(place && { ...settled, ...place }),
          ...still,
          pinned: to,
          trail: [...state.trail, from],
        };
      }),
    retrace: (index) =>
      set(({ trail }) => ({
        ...still,
        pinned: trail[index] ?? null,
        trail: trail.slice(0, index),
      })),
    setHead: (head) =>
      set(({ pinned }) => ({
        head,
        rowWeights: null,
        hovered: null,
        trail: [],
        // The same cell of the new head stays selected, so that heads can be compared by switching.
        pinned: pinned?.head === undefined ? pinned : { ...pinned, head },
      })),
    setFill: (fill) => set({ fill }),
    letAsk: (askingRow) => set({ askingRow, hovered: null, pinned: null, lit: null, trail: [] }),
    setLanguage: (language) => set({ language }),
    setTheme: (theme) => set({ theme }),
    // Nothing plays behind the training room.
    setView: (view) => set(({ playing }) => ({ view, playing: playing && view !== 'train' })),
    setMoment: (moment) =>
      set({
        // What is no number is no moment.
        moment: moment === null || Number.isNaN(moment) ? null : Math.min(1, Math.max(0, moment)),
        hovered: null,
      }),
    setPlaying: (playing) => set({ playing, once: false }),
    playBeat: (beat) => set({ ...settled, beat, moment: 0, playing: true, once: true }),
    setSpeed: (speed) => set({ speed }),
    dismissRejected: () => set({ rejected: [] }),
  }));

/** A name for the stop that the reader is at. */
export const placeOf = ({ step, beat }: Stop): string => `${step} ${beat}`;

/** The beat the reader is at, with its step's defaults filled in. */
export const currentBeat = (state: Pick<State, 'step' | 'beat'>): ReturnType<typeof beatOf> =>
  beatOf(stepOf(state.step), state.beat);
