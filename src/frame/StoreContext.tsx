/** Hands the page's store to components, without a global. */
import { createContext, use, useState } from 'react';
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

/** A selector that gives the state as it is at rest, and the same object for as long as nothing but the moment changes. */
const atRest = (): ((state: Store) => Store) => {
  let before: Store | null = null;
  let rest: Store | null = null;
  const keys = (state: Store): (keyof Store)[] => Object.keys(state) as (keyof Store)[];
  return (state) => {
    const same =
      before !== null &&
      keys(state).every((key) => key === 'moment' || state[key] === before?.[key]);
    before = state;
    if (!same || rest === null) rest = state.moment === null ? state : { ...state, moment: null };
    return rest;
  };
};

/** Subscribes to everything but the moment of a motion, for what does not move: header, map, text, controls. */
export const useRestingState = (): Store => {
  const [selector] = useState(atRest);
  return useApp(selector);
};
