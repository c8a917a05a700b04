/** Makes the page's store from the link, the saved preferences and the browser, and keeps link and store together. */
import {
  createAppStore,
  initialPlace,
  readLink,
  settledHead,
  withoutWork,
  writeLink,
  type AppStore,
  type Carried,
  type ReadLink,
  type State,
  type Store,
} from '../store/index.ts';
import { preferredLanguage, preferredTheme, savePreferences, writeAddress } from './environment.ts';

/** How links are read and written. */
export interface LinkCodec {
  readonly read: (query: string) => ReadLink;
  readonly write: (state: Carried, query: string) => string;
}

/** Of what is there at once: the place, the view, the switches. */
const placeCodec: LinkCodec = {
  read: (query) => readLink(query),
  write: (state, query) => writeLink(state, query),
};

/** The keys of what is read by the table in src/changes: a page that is opened with one of them waits for it. */
export const laterKeys = [
  'tokens',
  'memory',
  'by',
  'temp',
  's',
  'w',
  'cell',
  'orientation',
  'block',
  'ask',
  'a',
  'side',
];

/** Whether a query has more than that. */
export const saysMore = (query: string): boolean => {
  const parameters = new URLSearchParams(query);
  return laterKeys.some((key) => parameters.has(key));
};

/** The store as the current address describes it. */
export const startStore = (codec = placeCodec, overrides: Partial<State> = {}): AppStore => {
  const { state, rejected } = codec.read(location.search);
  return createAppStore({
    language: preferredLanguage(),
    theme: preferredTheme(),
    ...overrides,
    ...state,
    rejected: [...rejected, ...(overrides.rejected ?? [])],
  });
};

/** How long a moment has to stand still before the address tells it, in milliseconds. */
const settle = 250;

const samePlace = (a: Store, b: Store): boolean =>
  a.step === b.step && a.beat === b.beat && a.view === b.view;

/** Whether nothing changed but what the reader points at, which no link says. */
const isPointing = (now: Store, before: Store): boolean =>
  (Object.keys(now) as (keyof Store)[]).every(
    (key) => key === 'hovered' || key === 'lit' || now[key] === before[key],
  );

/** What changes many times a second, and is told where it came to rest. */
const isPassing = (now: Store, before: Store): boolean =>
  samePlace(now, before) && (now.moment !== before.moment || now.gesture !== null);

/**
 * Keeps the address true. With `history`, a change of place can be gone back to; without (in a frame, whose
 * entries would fill its host's history), the address is replaced. Returns the clean-up.
 */
export const keepAddress = (
  store: AppStore,
  withHistory: boolean,
  codec = placeCodec,
): (() => void) => {
  const tell = (state: Store, how: 'push' | 'replace'): void => {
    const address = codec.write(state, location.search);
    if (address !== location.search) writeAddress(address, how);
  };
  // What came from an earlier visit is part of where the reader is, too.
  if (store.getState().keeping?.kind === 'restored') tell(store.getState(), 'replace');
  let settling = false;
  let waiting = 0;
  const unsubscribe = store.subscribe((now, before) => {
    if (now.language !== before.language || now.theme !== before.theme) savePreferences(now);
    if (settling || isPointing(now, before)) return;
    clearTimeout(waiting);
    // While it plays, the moment is nobody's choice; pausing is, and is told.
    if (now.playing && samePlace(now, before)) return;
    if (isPassing(now, before)) {
      waiting = window.setTimeout(() => tell(store.getState(), 'replace'), settle);
      return;
    }
    tell(now, withHistory && !samePlace(now, before) ? 'push' : 'replace');
  });
  const goBack = (): void => {
    const { state, rejected } = codec.read(location.search);
    settling = true;
    const { speed } = store.getState();
    // Going back leads to another place and takes nothing that was changed along: that has an undo of its own.
    store.setState({
      ...initialPlace,
      language: preferredLanguage(),
      theme: preferredTheme(),
      ...withoutWork(state),
      ...settledHead({ head: state.head ?? 0 }, store.getState()),
      speed,
      rejected,
    });
    settling = false;
    tell(store.getState(), 'replace');
  };
  addEventListener('popstate', goBack);
  return () => {
    unsubscribe();
    clearTimeout(waiting);
    removeEventListener('popstate', goBack);
  };
};
