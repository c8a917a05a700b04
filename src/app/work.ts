/** Keeps what the reader changed from visit to visit, in this browser alone. */
import { isSameWork, type AppStore, type Carried } from '../store/index.ts';
import { saveWork } from './environment.ts';

/** How long nothing may change before it is kept, in milliseconds. */
const settle = 300;

/** Keeps the work of a store after every change, as `write` says it. Where the browser refuses, the page says so once. Returns the clean-up. */
export const keepWork = (store: AppStore, write: (state: Carried) => string): (() => void) => {
  let waiting = 0;
  const keep = (): void => {
    clearTimeout(waiting);
    waiting = 0;
    const state = store.getState();
    // A model of the reader's own is kept as a file; what was changed in it is no change of ours.
    if (state.origin.kind !== 'ours') return;
    if (!saveWork(write(state)) && state.keeping === null)
      store.setState({ keeping: { kind: 'refused' } });
  };
  const unsubscribe = store.subscribe((now, before) => {
    if (isSameWork(now, before)) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(keep, settle);
  });
  /** Who leaves the page at once leaves nothing behind. */
  const leave = (): void => {
    if (waiting !== 0) keep();
  };
  addEventListener('pagehide', leave);
  return () => {
    unsubscribe();
    clearTimeout(waiting);
    removeEventListener('pagehide', leave);
  };
};
