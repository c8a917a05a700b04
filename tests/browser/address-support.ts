/** A page opened at an address, and what the address then says. */
import { afterEach, beforeEach, vi } from 'vitest';
import { keepAddress, startStore } from '../../src/app/start.ts';
import type { AppStore } from '../../src/store/index.ts';

const before = location.href;
let cleanUp = (): void => undefined;

/** Leaves the page that was opened. */
export const leave = (): void => cleanUp();

/** For every test of a file: nothing is saved, and the address is as it was. */
export const keepApart = (): void => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    cleanUp();
    vi.restoreAllMocks();
    history.replaceState(null, '', before);
    localStorage.clear();
  });
};

/** A page opened at a query. */
export const open = (query: string, withHistory = true): AppStore => {
  history.replaceState(null, '', `${location.pathname}${query}`);
  const store = startStore();
  cleanUp = keepAddress(store, withHistory);
  return store;
};

/** The browser's "back" to an address. */
export const backTo = (query: string): void => {
  history.replaceState(null, '', `${location.pathname}${query}`);
  dispatchEvent(new PopStateEvent('popstate'));
};

export const query = (): URLSearchParams => new URLSearchParams(location.search);
