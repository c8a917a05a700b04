/** The switches that change what is computed with, and the way back. Every one of them can be undone. */
import type { DecoderParameters } from '../decoder/index.ts';
import {
  exampleShape,
  exampleTokens,
  memoryTokens,
  trainedParameters,
  trainedVocabulary,
} from '../example/index.ts';
import { noEdits } from './edits.ts';
import {
  editedOf,
  recorded,
  redone,
  settledHead,
  shownAs,
  undone,
  type Edited,
} from './history.ts';
import { settled } from './settled.ts';
import type { Origin, Side, State } from './state.ts';

/** Parameters, and the vocabulary that they know. */
export interface Model {
  readonly parameters: DecoderParameters;
  readonly vocabulary: readonly string[];
}

export interface EditActions {
  setHeads(nHeads: number): void;
  setScaled(scaled: boolean): void;
  /** Switches one head off or on again. */
  toggleHead(head: number): void;
  /** Switches all heads off or on. */
  setAttention(on: boolean): void;
  setPositions(positions: boolean): void;
  setCausal(causal: boolean): void;
  setRowWeights(weights: readonly number[] | null, gesture?: string): void;
  /** Puts another model in the place of the page's. */
  adopt(model: Model, origin: Origin): void;
  /** Everything as it was before any change; where the reader is stays. */
  startOver(): void;
  /** Goes to what a link or a file says, which can be undone where it is work. */
  open(said: { readonly state: Partial<State>; readonly rejected: readonly string[] }): void;
  /** Keeps what there is now as A; what is changed from now on is B. */
  hold(): void;
  /** Shows one of the two, or their difference. */
  show(side: Side): void;
  /** Goes on with what is shown alone. */
  release(): void;
  /** Marks what depends on a cell; null marks changes again. */
  setProbe(probe: State['probe']): void;
  undo(): void;
  redo(): void;
  /** Ends a drag or the like: what changes from now on is a change of its own. */
  endGesture(): void;
}

/** The heads that are off after one more press of a head's switch, in rising order. */
export const toggled = (headsOff: readonly number[], head: number): readonly number[] =>
  headsOff.includes(head)
    ? headsOff.filter((one) => one !== head)
    : [...headsOff, head].toSorted((a, b) => a - b);

/** What is computed with where nobody has changed anything. */
export const ownInputs = (): Edited => ({
  tokens: exampleTokens,
  memory: memoryTokens,
  parameters: trainedParameters(),
  vocabulary: trainedVocabulary,
  origin: { kind: 'ours' },
  edits: noEdits,
  nHeads: exampleShape.nHeads,
  scaled: true,
  divisor: null,
  temperature: 1,
  headsOff: [],
  positions: true,
  causalChoice: null,
  rowWeights: null,
});

/** Where the sentence changes, what was selected in it goes. */
export const unselected = {
  hovered: null,
  pinned: null,
  lit: null,
  askingRow: null,
  trail: [],
} as const;

type Set = (change: (state: State) => Partial<State>) => void;

/** `own` is what starting over leads back to. */
export const editActions = (set: Set, own: Edited): EditActions => {
  const change = (make: (state: State) => Partial<State>, gesture: string | null = null): void =>
    set((state) => recorded(state, make(state), gesture));
  return {
    setHeads: (nHeads) => change(() => ({ nHeads, head: 0, headsOff: [], ...settled })),
    setScaled: (scaled) => change(() => ({ scaled, rowWeights: null })),
    toggleHead: (head) => change(({ headsOff }) => ({ headsOff: toggled(headsOff, head) })),
    setAttention: (on) =>
      change(({ nHeads }) => ({
        headsOff: on ? [] : Array.from({ length: nHeads }, (_, head) => head),
      })),
    setPositions: (positions) => change(() => ({ positions })),
    setCausal: (causalChoice) => change(() => ({ causalChoice, rowWeights: null })),
    setRowWeights: (rowWeights, gesture) => change(() => ({ rowWeights }), gesture),
    adopt: ({ parameters, vocabulary }, origin) =>
      change(() => ({
        parameters,
        vocabulary,
        origin,
        // The reader's numbers were a difference from another model.
        edits: noEdits,
        nHeads: exampleShape.nHeads,
        head: 0,
        headsOff: [],
        ...settled,
      })),
    startOver: () =>
      change((state) => ({
        ...unselected,
        moment: null,
        ...own,
        head: Math.min(state.head, exampleShape.nHeads - 1),
      })),
    open: ({ state, rejected }) =>
      change((before) => ({
        ...settledHead(before, { ...own, ...state }),
        ...settled,
        ...own,
        ...state,
        rejected,
      })),
    hold: () => set((state) => ({ held: editedOf(state), side: 'b', probe: null })),
    show: (side) => set((state) => shownAs(state, side)),
    release: () => set(() => ({ held: null, side: 'b' })),
    setProbe: (probe) => set(() => ({ probe })),
    undo: () => set(undone),
    redo: () => set(redone),
    endGesture: () => set(() => ({ gesture: null })),
  };
};
