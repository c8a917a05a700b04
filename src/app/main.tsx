/** The entry of the main page. */
// First, so that the order of the style layers is settled before any component brings its own.
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StoreProvider } from '../frame/index.ts';
import { loadMessages } from '../i18n/index.ts';
import type { AppStore } from '../store/index.ts';
import '../ui/fonts/math.css';
import { App } from './App.tsx';
import { isTourNew, preferredLanguage, savedWork } from './environment.ts';
import { keepAddress, saysMore, startStore } from './start.ts';
import { loadChanges, type Changes } from './useChanges.ts';
import { loadTurning } from './useTurning.ts';
import { welcomeTo } from './welcome.ts';
import { keepWork } from './work.ts';

const root = document.getElementById('root');
if (!root) throw new Error('main: the page has no #root');

const welcome = welcomeTo(location.search, isTourNew());

/** The store, and what keeps its changes; a page that has none to begin with waits for nothing. */
const begin = async (): Promise<AppStore> => {
  const saved = savedWork();
  if (saved === '' && !saysMore(location.search)) {
    const store = startStore();
    const stop = keepAddress(store, true);
    void takeUp(store, stop);
    return store;
  }
  const changes = await loadChanges();
  if (!changes) {
    // Without a connection the page still says where the reader is, and what it could not read.
    const store = startStore(undefined, saysMore(location.search) ? { rejected: ['link'] } : {});
    keepAddress(store, true);
    return store;
  }
  const store = startStore(changes.wholeCodec, changes.savedState(location.search, saved));
  keep(store, changes);
  return store;
};

/** Behind the first picture. */
const takeUp = async (store: AppStore, stop: () => void): Promise<void> => {
  const changes = await loadChanges();
  if (!changes) return;
  stop();
  keep(store, changes);
};

const keep = (store: AppStore, changes: Changes): void => {
  keepAddress(store, true, changes.wholeCodec);
  keepWork(store, changes.writeWork);
};

// No sentence shall be seen in one language and then in another. The module itself does not wait: the texts import from its own bundle.
const draw = async (): Promise<void> => {
  const [store] = await Promise.all([
    begin(),
    loadMessages(preferredLanguage()).catch(() => undefined),
  ]);
  const { language, orientation } = store.getState();
  await loadMessages(language).catch(() => undefined);
  if (orientation === 'columns') await loadTurning();
  createRoot(root).render(
    <StrictMode>
      <StoreProvider store={store}>
        <App welcome={welcome} />
      </StoreProvider>
    </StrictMode>,
  );
};

void draw();
