/** The entry of the main page. */
// First, so that the order of the style layers is settled before any component brings its own.
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StoreProvider } from '../frame/index.ts';
import { loadMessages } from '../i18n/index.ts';
import '../ui/fonts/math.css';
import { App } from './App.tsx';
import { isTourNew } from './environment.ts';
import { keepAddress, startStore } from './start.ts';
import { welcomeTo } from './welcome.ts';

const root = document.getElementById('root');
if (!root) throw new Error('main: the page has no #root');

const welcome = welcomeTo(location.search, isTourNew());
const store = startStore();
keepAddress(store, true);

// No sentence shall be seen in one language and then in another. The module itself does not wait: the texts import from its own bundle.
const draw = async (): Promise<void> => {
  await loadMessages(store.getState().language).catch(() => undefined);
  createRoot(root).render(
    <StrictMode>
      <StoreProvider store={store}>
        <App welcome={welcome} />
      </StoreProvider>
    </StrictMode>,
  );
};

void draw();
