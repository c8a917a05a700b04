/** Where a card stands: at its word, and on the screen wherever the word is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCard } from '../../../../src/ui/glossary/place-card.ts';

const card = { width: 300, height: 120 };
const screen = { width: 1000, height: 700 };
const wordAt = (left: number, top: number) => ({ left, top, bottom: top + 20 });

test.each([
  ['below its word', wordAt(100, 200), { left: 100, top: 226 }],
  ['above where there is no room below', wordAt(100, 600), { left: 100, top: 474 }],
  ['away from the right edge', wordAt(900, 200), { left: 692, top: 226 }],
  ['away from the left edge', wordAt(2, 200), { left: 8, top: 226 }],
])('%s', (_where, word, place) => {
  expect(placeCard(word, card, screen)).toEqual(place);
});

test('is never off a screen that it fits, wherever the word is', () => {
  const length = fc.integer({ min: 320, max: 2000 });
  const edge = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(edge, edge, length, length, (left, top, width, height) => {
      const place = placeCard(wordAt(left, top), card, { width, height });
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.top).toBeGreaterThanOrEqual(8);
      expect(place.left + card.width).toBeLessThanOrEqual(width - 8);
      expect(place.top + card.height).toBeLessThanOrEqual(height - 8);
    }),
  );
});

test('begins on a screen that is too small for it', () => {
  expect(placeCard(wordAt(50, 60), card, { width: 200, height: 100 })).toEqual({ left: 8, top: 8 });
});
