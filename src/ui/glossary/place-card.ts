/** Where a card stands: below its word, above where there is more room, never off the screen. */
import type { Size } from '../../viz/index.ts';

interface Word {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** The left and top edge of a card, in pixels of the screen. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Between card and word, and between card and the edge of the screen. */
const gap = 6;
const margin = 8;

/** As near to `wanted` as the room between the margins allows; in a room too small, at its beginning. */
const within = (wanted: number, length: number, room: number): number =>
  Math.max(margin, Math.min(wanted, room - margin - length));

/** The place of a card of a size, on a screen of a size. */
export const placeCard = (word: Word, card: Size, screen: Size): Place => {
  const fitsBelow = word.bottom + gap + card.height <= screen.height - margin;
  const roomier = word.top > screen.height - word.bottom;
  const top = fitsBelow || !roomier ? word.bottom + gap : word.top - gap - card.height;
  return {
    left: within(word.left, card.width, screen.width),
    top: within(top, card.height, screen.height),
  };
};
