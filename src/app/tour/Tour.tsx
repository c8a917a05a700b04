/** The guided first minute: five stops, each a card that points at a real thing. Doing what it says leads to the next. */
import { useCallback, useEffect, useState } from 'react';
import { useApp, useAppStore, useFrame } from '../../frame/index.ts';
import { tourTextsOf } from '../../i18n/index.ts';
import { placeOf } from '../../store/index.ts';
import { Card } from './Card.tsx';
import { tourStops, type TourStop } from './stops.ts';

/** The stop that the reader is at, and the way to the next one, which doing what the stop asks for takes by itself. */
const useStops = (): { readonly index: number; readonly goOn: () => void } => {
  const store = useAppStore();
  const [index, setIndex] = useState(0);
  const goOn = useCallback(() => setIndex(index + 1), [index]);
  useEffect(() => {
    const { prepare, isDone } = tourStops[index] as TourStop;
    prepare(store);
    return store.subscribe((now, before) => {
      if (isDone(now, before)) goOn();
    });
  }, [index, goOn, store]);
  return { index, goOn };
};

/** Calls back on Escape, wherever the focus is, unless something there means the key for itself. */
const useEscape = (onEscape: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onEscape]);
};

export interface TourProps {
  /** Whether the reader asked for it, and did not just find it on the page. */
  readonly asked: boolean;
  /** Called when it was finished or skipped. */
  readonly onEnd: () => void;
}

export const Tour = ({ asked, onEnd }: TourProps): React.ReactNode => {
  const store = useAppStore();
  const { language } = useFrame();
  const texts = tourTextsOf(language);
  const [start] = useState(() => store.getState());
  const isAway = useApp(placeOf) !== placeOf(start);
  const { index, goOn } = useStops();
  useEscape(onEnd);
  const stop = tourStops[index] as TourStop;
  const isLast = index === tourStops.length - 1;
  const goBack = (): void => {
    store.getState().goTo(start.step, start.beat);
    onEnd();
  };
  const last = isAway
    ? { primary: { label: texts.back, run: goBack }, secondary: { label: texts.stay, run: onEnd } }
    : { primary: { label: texts.done, run: onEnd }, secondary: null };
  const actions = isLast
    ? last
    : { primary: { label: texts.next, run: goOn }, secondary: { label: texts.skip, run: onEnd } };
  return (
    <Card
      {...actions}
      {...texts.stops[stop.id]}
      stop={stop}
      overline={[texts.title, texts.place(index + 1, tourStops.length)]}
      takesFocus={asked}
      // Nothing moves before the reader has begun.
      scrolls={asked || index > 0}
    />
  );
};
