/** The keys of the page; never while typing, with a modifier, or on a control that means the key for itself. */
import { tinykeys } from 'tinykeys';
import { steps } from '../walkthrough/index.ts';
import { showStillBeside, type AppStore } from '../store/index.ts';

const ownKeys: Readonly<Record<string, ReadonlySet<string>>> = {
  BUTTON: new Set([' ', 'Enter']),
  A: new Set(['Enter']),
  SUMMARY: new Set([' ', 'Enter']),
};

/** Whether the focused element needs this key itself. */
const isTaken = (event: KeyboardEvent): boolean => {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  // While a dialog is open, the page behind it has no keys.
  if (target.closest('dialog')) return true;
  const page = event.key === 'PageDown' || event.key === 'PageUp';
  if (['INPUT', 'SELECT', 'TEXTAREA'].includes(target.tagName))
    return !page || target.tagName === 'TEXTAREA';
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return ownKeys[target.tagName]?.has(event.key) === true;
};

export interface KeyActions {
  readonly present: () => void;
  readonly glossary: () => void;
  readonly change: () => void;
  readonly leave: () => void;
  readonly black: () => void;
}

type Bindings = Record<string, (event: KeyboardEvent) => void>;

const readerKeys = (store: AppStore): Bindings => {
  const act = () => store.getState();
  return {
    ArrowRight: () => act().next(),
    ArrowLeft: () => act().previous(),
    PageDown: () => act().next(),
    PageUp: () => act().previous(),
    n: () => act().next(),
    p: () => act().previous(),
    Space: () => act().setPlaying(!act().playing),
    'Shift+Space': () => act().setPlaying(!act().playing),
  };
};

const presentKeys = (store: AppStore): Bindings => {
  const act = () => store.getState();
  const on = (): void => void act().nextBeat();
  const back = (): void => void act().previousBeat();
  return {
    ArrowRight: on,
    ArrowLeft: back,
    PageDown: on,
    PageUp: back,
    n: on,
    p: back,
    Space: on,
    'Shift+Space': back,
  };
};

/** Binds the keys to `target`; returns the clean-up. */
export const bindKeys = (target: Window, store: AppStore, actions: KeyActions): (() => void) => {
  const act = () => store.getState();
  const byView = (key: string) => (event: KeyboardEvent) => {
    const bindings = act().view === 'present' ? presentKeys(store) : readerKeys(store);
    bindings[key]?.(event);
  };
  const moving = Object.fromEntries(
    Object.keys(readerKeys(store)).map((key) => [key, byView(key)]),
  );
  const all: Bindings = {
    ...moving,
    // Through the stills of a stop's motion, in every view.
    'Shift+ArrowRight': () => showStillBeside(store, 1),
    'Shift+ArrowLeft': () => showStillBeside(store, -1),
    k: () => act().setPlaying(!act().playing),
    Home: () => act().goTo(steps[0]?.id ?? act().step),
    End: () => act().goTo(steps.at(-1)?.id ?? act().step),
    f: actions.present,
    g: actions.glossary,
    e: actions.change,
    '$mod+z': () => act().undo(),
    '$mod+Shift+z': () => act().redo(),
    '$mod+y': () => act().redo(),
    b: actions.black,
    '.': actions.black,
    Escape: () => {
      // In the training room there is no stage to let go of.
      if (act().pinned && act().view !== 'train') act().pin(null);
      else actions.leave();
    },
  };
  const guarded = Object.entries(all).map(([key, run]) => [
    key,
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event)) return;
      // The training room has nothing to step through: there every key but Escape is the browser's.
      if (act().view === 'train' && key !== 'Escape') return;
      event.preventDefault();
      run(event);
    },
  ]);
  return tinykeys(target, Object.fromEntries(guarded) as Bindings);
};
