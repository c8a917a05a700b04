/** Hands the page's store to components, without a global. */
import {
  createContext,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { placeOf, type AppStore, type Store } from '../store/index.ts';

const StoreContext = createContext<AppStore | null>(null);

/**
 * The place that is drawn: the reader's, at once where they go on themselves. While it plays, it follows in a render of
 * its own, which lets the screen have frames in between.
 */
const PlaceContext = createContext('');

const isPlaying = ({ playing }: Store): boolean => playing;

/** A place in a render and a frame of its own while it plays, else at once. */
const useFollowed = (place: string, playing: boolean): string => {
  const [later, setLater] = useState(place);
  useEffect(() => {
    // Not in the frame that draws what stands above: the next one has time of its own.
    const frame = requestAnimationFrame(() => startTransition(() => setLater(place)));
    return () => cancelAnimationFrame(frame);
  }, [place]);
  return playing ? later : place;
};

export const StoreProvider = ({
  store,
  children,
}: {
  readonly store: AppStore;
  readonly children: React.ReactNode;
}): React.ReactNode => {
  const place = useFollowed(useStore(store, placeOf), useStore(store, isPlaying));
  return (
    <StoreContext value={store}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </StoreContext>
  );
};

/** What is below follows the place that is drawn in a render of its own again, so that no frame has to draw a new stop and all that is said of it. */
export const DrawnBehind = ({
  children,
}: {
  readonly children: React.ReactNode;
}): React.ReactNode => {
  const place = useFollowed(use(PlaceContext), useApp(isPlaying));
  return <PlaceContext value={place}>{children}</PlaceContext>;
};

/** The store itself, for handlers that read without subscribing. */
export const useAppStore = (): AppStore => {
  const store = use(StoreContext);
  if (!store) throw new Error('useAppStore: no StoreProvider above this component');
  return store;
};

/** Subscribes to a part of the state; the selector must return stable references. */
export const useApp = <Part,>(selector: (state: Store) => Part): Part =>
  useStore(useAppStore(), selector);

/**
 * Subscribes to a part of the state as it is drawn: where a step on is drawn later, the part stays as it was until then.
 * For the stage and for what must be in step with it.
 */
export const useDrawn = <Part,>(selector: (state: Store) => Part): Part => {
  const drawn = use(PlaceContext);
  const before = useRef<{ readonly part: Part } | null>(null);
  const part = useApp((state) =>
    before.current === null || placeOf(state) === drawn ? selector(state) : before.current.part,
  );
  useLayoutEffect(() => {
    before.current = { part };
  }, [part]);
  return part;
};

const whole = (state: Store): Store => state;

/** Subscribes to everything as it is drawn, for what depends on the whole state and is in step with the numbers: scenes, what numbers are set with. */
export const useAppState = (): Store => useDrawn(whole);

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

/** The same selector, which keeps what it gave before a drag for as long as that goes on. */
const heldBack = (selector: (state: Store) => Store): ((state: Store) => Store) => {
  let before: Store | null = null;
  return (state) => {
    if (before === null || state.gesture === null) before = selector(state);
    return before;
  };
};

/**
 * One selector for all who ask with the same store, so that each state is looked through once. While something is dragged,
 * what is asked for follows in renders of its own: the numbers on the stage come first.
 */
const shared = (
  make: () => (state: Store) => Store,
  subscribe: typeof useApp = useApp,
): (() => Store) => {
  const selectors = new WeakMap<AppStore, ReturnType<typeof pair>>();
  const pair = () => {
    const live = make();
    return { live, held: heldBack(make()) };
  };
  return () => {
    const store = useAppStore();
    const both = selectors.get(store) ?? pair();
    selectors.set(store, both);
    const settled = subscribe(both.held);
    const [passing, setPassing] = useState<Store | null>(null);
    useEffect(
      () =>
        store.subscribe((state) => {
          if (state.gesture === null) setPassing(null);
          else startTransition(() => setPassing(both.live(state)));
        }),
      [store, both],
    );
    return passing ?? settled;
  };
};

/** Subscribes to everything but the moment of a motion, for what does not move but speaks of the cell pointed at: the text. */
export const useRestingState = shared(() => without('moment'));

/** Subscribes to everything but the moment and the pointer, for what is the same wherever the reader points: header, map, controls. */
export const useStillState = shared(() => without('moment', 'hovered'));

/** Subscribes to everything as it is drawn, for what tells of one cell: the inspector. */
export const useToldState = shared(() => whole, useDrawn);
