/** Changing what is computed with: the sentence, single numbers, the softmax. Every change can be undone. */
import {
  noEdits,
  recorded,
  unselected,
  type AppStore,
  type CellEdit,
  type State,
} from '../store/index.ts';
import { editsFor, editValue, ownCellValue, withEdit, withoutEdit } from './edits.ts';

/** Beyond these a softmax is a step, or flat. */
export const largestDivisor = 100;
export const largestTemperature = 10;
export const least = 0.01;

const change = (
  store: AppStore,
  make: (state: State) => Partial<State>,
  gesture: string | null = null,
): void => store.setState((state) => recorded(state, make(state), gesture));

/** What is drawn from other numbers begins at rest. */
const atRest = { rowWeights: null, moment: null } as const;

/** Another sentence; of no tokens none. Numbers of x stay where the same token stays in its place. */
export const setTokens = (store: AppStore, tokens: readonly string[]): void =>
  change(store, (state) =>
    tokens.length === 0 || tokens.join() === state.tokens.join()
      ? {}
      : {
          ...unselected,
          ...atRest,
          tokens,
          edits: editsFor(state.edits, state.tokens, tokens),
        },
  );

/** Another second input, for cross-attention; of no tokens none. */
export const setMemory = (store: AppStore, memory: readonly string[]): void =>
  change(store, (state) =>
    memory.length === 0 || memory.join() === state.memory.join()
      ? {}
      : { ...unselected, ...atRest, memory },
  );

/** Sets a cell of x or of a parameter; what is no number, or stands in no cell, changes nothing. */
export const setCell = (store: AppStore, edit: CellEdit, gesture?: string): void =>
  change(
    store,
    (state) => {
      const value = editValue(edit.value);
      const own = ownCellValue(state, edit);
      if (value === null || own === null) return {};
      // As kept it is the cell's own number: then it is that number, to the last digit.
      const kept = value === editValue(own) ? own : value;
      return { ...atRest, edits: withEdit(state.edits, { ...edit, value: kept }, own) };
    },
    gesture,
  );

/** Gives a cell back the value that it has by itself. */
export const resetCell = (store: AppStore, cell: Omit<CellEdit, 'value'>): void =>
  change(store, ({ edits }) => ({ ...atRest, edits: withoutEdit(edits, cell) }));

export const resetCells = (store: AppStore): void =>
  change(store, () => ({ ...atRest, edits: noEdits }));

const within = (value: number, most: number): number | null => {
  const kept = editValue(value);
  return kept === null || kept <= 0 ? null : Math.min(most, Math.max(least, kept));
};

/** What scores are divided by; null for √d_k, and so is what cannot divide. */
export const setDivisor = (store: AppStore, divisor: number | null, gesture?: string): void =>
  change(
    store,
    () => ({ ...atRest, divisor: divisor === null ? null : within(divisor, largestDivisor) }),
    gesture,
  );

export const setTemperature = (store: AppStore, temperature: number, gesture?: string): void =>
  change(
    store,
    () => ({ ...atRest, temperature: within(temperature, largestTemperature) ?? 1 }),
    gesture,
  );
