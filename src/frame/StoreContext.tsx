/** Hands the page's store to components, without a global. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { AppStore, Store } from '../store/index.ts';

const StoreContext = createContext<AppStore | null>(null);

export const StoreProvider = ({
  store,
  children,
}: {
  readonly store: AppStore;
  readonly children: React.ReactNode;
}): React.ReactNode => <StoreContext value={store}>{children}</StoreContext>;

/** The store itself, for handlers that read without subscribing. */
export const useAppStore = (): AppStore => {
  const store = use(StoreContext);
  if (!store) throw new Error('useAppStore: no StoreProvider above this component');
  return store;
};

/** Subscribes to a part of the state; the selector must return stable references. */
export const useApp = <Part,>(selector: (state: Store) => Part): Part =>
  useStore(useAppStore(), selector);

const whole = (state: Store): Store => state;

/** Subscribes to everything, for what depends on the whole state: scenes, narration, inspector. */
export const useAppState = (): Store => useApp(whole);

/** What changes while a reader plays, scrubs or points, many times a second. */
type Passing = 'moment' | 'hovered';

/** A selector that gives the state without what passes, and the same object for as long as nothing else changes. */
const without = (...passing: readonly Passing[]): ((state: Store) => Store) => {
  const skipped: ReadonlySet<string> = new Set(passing);
  const cleared: Partial<Store> = Object.fromEntries(passing.map((key) => [key, null]));
  const keys = (state: Store): (keyof Store)[] => Object.keys(state) as (keyof Store)[];
  let before: Store | null = null;
  let rest: Store | null = null;
  return (state) => {
    const same =
      before !== null &&
      (state === before ||
        keys(state).every((key) => skipped.has(key) || state[key] === before?.[key]));
    before = state;
    if (!same || rest === null)
      rest = passing.every((key) => state[key] === null) ? state : { ...state, ...cleared };
    return rest;
  };
};

/** One selector for all who ask with the same store, so that each state is looked through once. */
const shared = (make: () => (state: Store) => Store): (() => Store) => {
  const selectors = new WeakMap<AppStore, (state: Store) => Store>();
  return () => {
    const store = useAppStore();
    const selector = selectors.get(store) ?? make();
    selectors.set(store, selector);
    return useStore(store, selector);
  };
};

/** Subscribes to everything but the moment of a motion, for what does not move but speaks of the cell pointed at: the text. */
export const useRestingState = shared(() => without('moment'));

/** Subscribes to everything but the moment and the pointer, for what is the same wherever the reader points: header, map, controls. */
export const useStillState = shared(() => without('moment', 'hovered'));
