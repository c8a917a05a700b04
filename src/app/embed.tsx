/** The entry of the embedded figure. */
// First, so that the order of the style layers is settled before any component brings its own.
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { StoreProvider } from '../frame/index.ts';
import '../ui/fonts/math.css';
import { EmbedFrame } from './EmbedFrame.tsx';
import { keepAddress, startStore } from './start.ts';

const root = document.getElementById('root');
if (!root) throw new Error('embed: the page has no #root');

const store = startStore();
keepAddress(store, false);

createRoot(root).render(
  <StrictMode>
    <StoreProvider store={store}>
      <EmbedFrame />
    </StoreProvider>
  </StrictMode>,
);
