/** The tour of the page: it begins by itself once or at the press of a button, ends with the reader's view, and is remembered. */
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import type { Help } from '../ui/index.ts';
import { saveTourSeen } from './environment.ts';
import type { Welcome } from './welcome.ts';

// The first step does not wait for it.
const Tour = lazy(async () => ({ default: (await import('./tour/Tour.tsx')).Tour }));

interface Run {
  /** Begun by the reader, not by itself. */
  readonly asked: boolean;
  /** So that each run is one of its own. */
  readonly count: number;
}

export interface TourOfPage {
  readonly tour: React.ReactNode;
  /** The header's button; null where the tour cannot be had. */
  readonly help: Help | null;
}

export const useTour = (welcome: Welcome, inReader: boolean): TourOfPage => {
  const [run, setRun] = useState<Run | null>(
    welcome === 'begin' ? { asked: false, count: 0 } : null,
  );
  const [count, setCount] = useState(1);
  const [isNew, setIsNew] = useState(welcome !== 'none');
  const [isMissing, setIsMissing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // Who goes to present or to train is done with it.
  if (run && !inReader) setRun(null);
  const begin = (): void => {
    setRun({ asked: true, count });
    setCount(count + 1);
  };
  const end = useCallback((): void => {
    saveTourSeen();
    setIsNew(false);
    setRun(null);
    // A focus that was in the card goes to where the card can be had again; any other stays.
    if (document.activeElement?.closest('[data-tour]')) button.current?.focus();
  }, []);
  return {
    tour: run && (
      <ErrorBoundary fallback={null} onError={() => setIsMissing(true)}>
        <Suspense>
          <Tour key={run.count} asked={run.asked} onEnd={end} />
        </Suspense>
      </ErrorBoundary>
    ),
    help: isMissing ? null : { onPress: begin, isNew, button },
  };
};
