/** A picture that comes in parts, one behind the other: what is drawn by the thousand does not hold up the rest of its stop. */
import { startTransition, useEffect, useState } from 'react';

/** How many of some parts are drawn: none in the first picture, `each` more in every one that follows. */
export const useSoFar = (parts: number, each: number): number => {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    // The screen may have a frame in between.
    if (drawn < parts) startTransition(() => setDrawn(Math.min(parts, drawn + each)));
  }, [drawn, parts, each]);
  return Math.min(drawn, parts);
};

/** False in the first picture of a component, true from the next on. */
export const useSettled = (): boolean => useSoFar(1, 1) === 1;
