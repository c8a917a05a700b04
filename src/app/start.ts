/** Makes the page's store from the link, the saved preferences and the browser, and keeps link and store together. */
import {
  createAppStore,
  initialState,
  readLink,
  writeLink,
  type AppStore,
  type Store,
} from '../store/index.ts';
import { preferredLanguage, preferredTheme, savePreferences, writeAddress } from './environment.ts';

/** The store as the current address describes it. */
export const startStore = (): AppStore => {
  const { state, rejected } = readLink(location.search);
  return createAppStore({
    language: preferredLanguage(),
    theme: preferredTheme(),
    ...state,
    rejected,
  });
};

/** How long a moment has to stand still before the address tells it, in milliseconds. */
const settle = 250;

const samePlace = (a: Store, b: Store): boolean =>
  a.step === b.step && a.beat === b.beat && a.view === b.view;

/**
 * Keeps the address true. With `history`, a change of place can be gone back to; without (in a frame, whose
 * entries would fill its host's history), the address is replaced. Returns the clean-up.
 */
export const keepAddress = (store: AppStore, withHistory: boolean): (() => void) => {
  const tell = (state: Store, how: 'push' | 'replace'): void => {
    const address = writeLink(state, location.search);
    if (address !== location.search) writeAddress(address, how);
  };
  let settling = false;
  let waiting = 0;
  const unsubscribe = store.subscribe((now, before) => {
    if (now.language !== before.language || now.theme !== before.theme) savePreferences(now);
    clearTimeout(waiting);
    // While it plays, the moment is nobody's choice; pausing is, and is told.
    if (settling || (now.playing && samePlace(now, before))) return;
    if (now.moment !== before.moment && samePlace(now, before)) {
      // A scrub changes it with every frame; the address is told where it came to rest.
      waiting = window.setTimeout(() => tell(store.getState(), 'replace'), settle);
      return;
    }
    tell(now, withHistory && !samePlace(now, before) ? 'push' : 'replace');
  });
  const goBack = (): void => {
    const { state, rejected } = readLink(location.search);
    settling = true;
    // What the link leaves out is at its default, as it would be after a reload; only the inputs stay the same objects.
    const { parameters: _p, vocabulary: _v, origin: _o, tokens: _t, ...defaults } = initialState();
    store.setState({
      ...defaults,
      language: preferredLanguage(),
      theme: preferredTheme(),
      speed: store.getState().speed,
      ...state,
      rejected,
    });
    settling = false;
  };
  addEventListener('popstate', goBack);
  return () => {
    unsubscribe();
    clearTimeout(waiting);
    removeEventListener('popstate', goBack);
  };
};
