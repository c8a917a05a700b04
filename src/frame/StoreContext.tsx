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
