/** What readers of the column convention need, in a bundle of its own that others never fetch. */
import { useEffect, useState } from 'react';
import { useApp, type Turning } from '../frame/index.ts';

let fetched: Turning | null = null;

/** Fetches it, once. Without a connection the page stays as it is. */
export const loadTurning = async (): Promise<Turning | null> =>
  (fetched ??= await import('../columns/index.ts').then(
    ({ turning }) => turning,
    () => null,
  ));

/** It, as soon as it is wanted and there; null for rows. */
export const useTurning = (): Turning | null => {
  const isWanted = useApp((state) => state.orientation) === 'columns';
  const [turning, setTurning] = useState(fetched);
  useEffect(() => {
    if (isWanted) void loadTurning().then(setTurning);
  }, [isWanted]);
  return isWanted ? turning : null;
};
