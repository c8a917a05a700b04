/** Plays the walkthrough: after a pause, the next beat; stops at the end, and waits while the page is out of sight. */
import { useEffect } from 'react';
import { useApp, useAppStore } from '../frame/index.ts';
import type { Store } from '../store/index.ts';

/** How long a stop is shown at single speed, in milliseconds. */
const pauseAtStop = 3000;

const placeOf = ({ step, beat }: Store): string => `${step} ${beat}`;

export const usePlay = (): void => {
  const store = useAppStore();
  const playing = useApp((state) => state.playing);
  const speed = useApp((state) => state.speed);
  const place = useApp(placeOf);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      const state = store.getState();
      const stillHere = placeOf(state) === place;
      if (document.visibilityState === 'visible' && stillHere && !state.nextBeat())
        state.setPlaying(false);
    }, pauseAtStop / speed);
    return () => clearTimeout(timer);
  }, [playing, speed, place, store]);
};
