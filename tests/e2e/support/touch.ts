/** A finger on the screen, as the browser gets it from the glass. */
import type { CDPSession, Page } from '@playwright/test';

interface Place {
  readonly x: number;
  readonly y: number;
}

const points = (place: Place | null): readonly Place[] => (place ? [place] : []);

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
  const send = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    place: Place | null,
  ): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points(place)] });
  return {
    down: async (place) => {
      here = place;
      await send('touchStart', place);
    },
    to: async (place, steps = 8) => {
      const from = here ?? place;
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        here = { x: from.x + (place.x - from.x) * part, y: from.y + (place.y - from.y) * part };
        await send('touchMove', here);
      }
    },
    up: async () => {
      here = null;
      await send('touchEnd', null);
    },
  };
};
