/** Plays the walkthrough: the motion of every stop, then the next stop; stops at the end. Time comes from the frames of the screen alone. */
import { useEffect, useRef } from 'react';
import { travelTime } from '../choreography/index.ts';
import { useApp, useAppStore, useDrawn, wantsNoMotion } from '../frame/index.ts';
import { placeOf, selectMotion, type AppStore } from '../store/index.ts';

/** How long a stop without motion is shown at single speed, and one whose motion is done, in milliseconds. */
const pauses = { still: 3000, done: 900 } as const;
/** How long each still stands where the reader wants no motion. */
const stillTime = 1500;
/** A page that was out of sight, or busy, goes on from where it was. */
const longestFrame = 100;

/** Takes what is played further by some milliseconds, in stills where the reader wants them. `spent` is the time at this stop; returns it as it is then. */
const playOn = (
  store: AppStore,
  inStills: boolean,
  spent: number,
  milliseconds: number,
): number => {
  const state = store.getState();
  const motion = selectMotion(state);
  const now = spent + milliseconds;
  const stills = motion?.stills ?? [];
  const duration = inStills ? stills.length * stillTime : (motion?.duration ?? 0);
  if (motion && now <= duration) {
    const still =
      stills[Math.min(stills.length - 1, Math.max(0, Math.floor(now / stillTime)))] ?? 1;
    const moment = inStills ? still : Math.max(0, now / duration);
    if (moment !== state.moment) state.setMoment(moment);
    return now;
  }
  if (motion && state.moment !== null) state.setMoment(null);
  if (now < duration + (motion ? pauses.done : pauses.still)) return now;
  goOn(store);
  return 0;
};

/** Goes to the next stop, which is first drawn as it begins; stops where there is none, or none is wanted. */
const goOn = (store: AppStore): void => {
  const { once, nextBeat, setPlaying, setMoment } = store.getState();
  if (once || !nextBeat()) setPlaying(false);
  else if (selectMotion(store.getState())) setMoment(0);
};

/** The time at which a stop is taken up: where it was scrubbed to, else at its beginning. */
const spentAt = (store: AppStore): number => {
  const state = store.getState();
  const motion = selectMotion(state);
  const { moment } = state;
  if (!motion || moment === null || moment >= 1) return 0;
  if (!wantsNoMotion()) return moment * motion.duration;
  return (
    Math.max(
      0,
      motion.stills.findLastIndex((still) => still <= moment),
    ) * stillTime
  );
};

export const usePlay = (): void => {
  const store = useAppStore();
  const playing = useApp((state) => state.playing);
  const speed = useApp((state) => state.speed);
  // What is not drawn yet does not move yet.
  const place = useDrawn(placeOf);
  /** The stop that was played last without a break. */
  const played = useRef<string | null>(null);
  useEffect(() => {
    if (!playing) {
      played.current = null;
      return undefined;
    }
    const isNew = played.current !== null && played.current !== place;
    played.current = place;
    // Asked once a stop: the question makes the browser bring the page's styles up to date.
    const inStills = wantsNoMotion();
    // After a step on, what both stops share travels to its new seat before anything is made.
    let spent = isNew ? -travelTime : spentAt(store);
    let before = performance.now();
    let frame = 0;
    // After a step on, the effect starts anew with the new place, once that is drawn.
    const isHere = (): boolean => store.getState().playing && placeOf(store.getState()) === place;
    const tick = (now: number): void => {
      if (!isHere()) return;
      const passed = Math.max(0, Math.min(longestFrame, now - before));
      before = now;
      spent = playOn(store, inStills, spent, passed * speed);
      if (isHere()) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [playing, speed, place, store]);
};
