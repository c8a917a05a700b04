/** The entry of the embedded figure. */
// First, so that the order of the style layers is settled before any component brings its own.
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OverlayContext, StoreProvider } from '../frame/index.ts';
import { ChangedMarks } from '../changes/ChangedMarks.tsx';
import { asDifference } from '../changes/difference.ts';
import { wholeCodec } from '../changes/link.ts';
import { zoom } from '../changes/Zoom.tsx';
import { loadMessages } from '../i18n/index.ts';
import '../ui/fonts/math.css';
import { EmbedFrame } from './EmbedFrame.tsx';
import { keepAddress, startStore } from './start.ts';
import { loadTurning } from './useTurning.ts';

const root = document.getElementById('root');
if (!root) throw new Error('embed: the page has no #root');

// In one file there is nothing to wait for.
const store = startStore(wholeCodec);
keepAddress(store, false, wholeCodec);

// No sentence shall be seen in one language and then in another.
const { language, orientation } = store.getState();
await loadMessages(language).catch(() => undefined);
if (orientation === 'columns') await loadTurning();

createRoot(root).render(
  <StrictMode>
    <StoreProvider store={store}>
      <OverlayContext value={{ asDifference, ChangedMarks, zoom }}>
        <EmbedFrame />
      </OverlayContext>
    </StoreProvider>
  </StrictMode>,
);
