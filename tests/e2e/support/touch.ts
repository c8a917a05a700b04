/** Fingers on the screen, as the browser gets them from the glass. */
import type { CDPSession, Page } from '@playwright/test';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The fingers that are on the screen from now on. */
export const touch = (
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  places: readonly Place[],
): Promise<unknown> =>
  session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: places.map(({ x, y }, id) => ({ x, y, id })),
  });

export interface Finger {
  /** Comes down at a place. */
  down(place: Place): Promise<void>;
  /** Goes there in so many steps. */
  to(place: Place, steps?: number): Promise<void>;
  up(): Promise<void>;
}

export const fingerOn = async (page: Page): Promise<Finger> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  let here: Place | null = null;
  return {
    down: async (place) => {
      here = place;
      await touch(session, 'touchStart', [place]);
    },
    to: async (place, steps = 8) => {
      const from = here ?? place;
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        here = { x: from.x + (place.x - from.x) * part, y: from.y + (place.y - from.y) * part };
        await touch(session, 'touchMove', [here]);
      }
    },
    up: async () => {
      here = null;
      await touch(session, 'touchEnd', []);
    },
  };
};
