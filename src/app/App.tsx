/** The main page: reader, present view or training room around one store. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { FrameProvider, useApp, useAppStore, useDrawn, ZoomContext } from '../frame/index.ts';
import type { AppStore } from '../store/index.ts';
import { Notices } from '../ui/index.ts';
import { bindKeys } from './keys.ts';
import { Reader } from './Reader.tsx';
import { useGlossary } from './useGlossary.tsx';
import { saveWork } from './environment.ts';
import { useChanges } from './useChanges.ts';
import { useDocument } from './useDocument.ts';
import { usePlay } from './usePlay.ts';
import { useTour } from './useTour.tsx';
import type { Welcome } from './welcome.ts';

// Readers do not wait for what they may never open.
const Present = lazy(async () => ({ default: (await import('./Present.tsx')).Present }));

const Train = lazy(async () => ({ default: (await import('./Train.tsx')).Train }));

const enterFullScreen = (): void => {
  // Refused where a frame or the browser does not allow it; the view changes all the same.
  document.documentElement.requestFullscreen?.().catch(() => undefined);
};

const leaveFullScreen = (): void => {
  if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
};

const toReader = (store: AppStore): void => {
  leaveFullScreen();
  store.getState().setView('reader');
};

/** Follows the reader's place around a page that does not: what changes with the place subscribes to it by itself. */
const Place = ({ children }: { readonly children: React.ReactNode }): React.ReactNode => {
  const view = useApp((state) => state.view);
  const step = useDrawn((state) => state.step);
  const beat = useDrawn((state) => state.beat);
  useDocument();
  usePlay();
  return (
    <div data-step={step} data-beat={beat} data-view={view}>
      {children}
    </div>
  );
};

export interface AppProps {
  readonly welcome: Welcome;
}

const Views = ({ welcome }: AppProps): React.ReactNode => {
  const store = useAppStore();
  const view = useApp((state) => state.view);
  const { tour, help } = useTour(welcome, view === 'reader');
  const [black, setBlack] = useState(false);
  const { open: openGlossary, list: glossary } = useGlossary();
  const changes = useChanges();
  const [isChanging, setChanging] = useState(false);
  useEffect(() => {
    const present = (): void => {
      store.getState().setView('present');
      enterFullScreen();
    };
    const leave = (): void => {
      setBlack((isBlack) => {
        if (!isBlack && store.getState().view !== 'reader') toReader(store);
        return false;
      });
    };
    const toggleBlack = (): void => {
      if (store.getState().view === 'present') setBlack((isBlack) => !isBlack);
    };
    const showGlossary = (): void => {
      if (store.getState().view === 'reader') openGlossary();
    };
    const change = (): void => {
      if (store.getState().view === 'reader') setChanging(true);
    };
    return bindKeys(window, store, {
      present,
      change,
      glossary: showGlossary,
      leave,
      black: toggleBlack,
    });
  }, [store, openGlossary]);
  const present = (): void => {
    store.getState().setView('present');
    enterFullScreen();
  };
  const leave = (): void => toReader(store);
  return (
    <Place>
      <ZoomContext value={changes?.zoom}>
        {tour}
        <Suspense>
          {view === 'present' && <Present black={black} onLeave={leave} />}
          {view === 'train' && <Train onLeave={leave} />}
        </Suspense>
        {view === 'reader' && (
          <>
            <Reader
              onGlossary={openGlossary}
              onPresent={present}
              help={help}
              changes={changes}
              onChange={() => setChanging(true)}
            />
            {glossary}
            {changes && <changes.Scrubbing />}
            {changes && isChanging && <changes.ChangesDialog onClose={() => setChanging(false)} />}
          </>
        )}
        {changes && view !== 'train' && <changes.Lens />}
        <Notices>
          {(className) =>
            changes &&
            view !== 'present' && (
              <changes.WorkNotices className={className} onForget={() => saveWork('')} />
            )
          }
        </Notices>
      </ZoomContext>
    </Place>
  );
};

export const App = ({ welcome = 'none' }: Partial<AppProps>): React.ReactNode => {
  const view = useApp((state) => state.view);
  return (
    <FrameProvider kind={view === 'present' ? 'present' : 'reader'}>
      <Views welcome={welcome} />
    </FrameProvider>
  );
};
