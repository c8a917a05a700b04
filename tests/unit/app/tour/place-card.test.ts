/** The tour's card: beside its target on any screen, never on it, never beyond the window. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard, type Box, type Seat, type Side } from '../../../../src/app/tour/place-card.ts';

const card = { width: 288, height: 170 };
const screen = { width: 1440, height: 900 };
const boxAt = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The card as it is drawn on its seat. */
const drawn = ({ left, top, room }: Seat, { width, height } = card): Box =>
  boxAt(left, top, width, Math.min(height, room));

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('placeCard', () => {
  it('stands on the first side with room, its tip at the middle of the target', () => {
    const target = boxAt(700, 400, 100, 40);
    const places = (['above', 'below', 'left', 'right'] as const).map((side) => {
      const { left, top, tip } = placeCard({ card, screen, target, sides: [side] });
      return { side, left, top, tip };
    });
    expect(places).toEqual([
      { side: 'above', left: 606, top: 214, tip: 144 },
      { side: 'below', left: 606, top: 456, tip: 144 },
      { side: 'left', left: 396, top: 335, tip: 85 },
      { side: 'right', left: 816, top: 335, tip: 85 },
    ]);
  });

  it('goes on to the next side where the first has no room', () => {
    const target = boxAt(700, 60, 100, 40);
    const sides: readonly Side[] = ['above', 'left'];
    expect(placeCard({ card, screen, target, sides }).side).toBe('left');
  });

  it('moves along the edge of the window, and the tip moves the other way', () => {
    const corner = boxAt(4, 840, 40, 40);
    const { left, tip } = placeCard({ card, screen, target: corner, sides: ['above'] });
    expect([left, tip]).toEqual([12, 18]);
  });

  it('leaves in sight what it can', () => {
    const target = boxAt(700, 450, 300, 300);
    const clear = boxAt(320, 170, 800, 660);
    const sides: readonly Side[] = ['left'];
    const seat = placeCard({ card, screen, target, clear, sides });
    expect(overlaps(drawn(seat), clear)).toBe(false);
    const narrow = placeCard({ card, screen, target, clear: { ...clear, left: 200 }, sides });
    expect(drawn(narrow).right).toBeLessThan(target.left);
    expect(drawn(narrow).right).toBeGreaterThan(200);
  });

  it('is cut to the taller of the rooms above and below where no side has enough', () => {
    const low = { width: 320, height: 360 };
    const target = boxAt(0, 140, 320, 60);
    const seat = placeCard({ card, screen: low, target, sides: ['above', 'below', 'left'] });
    expect(seat).toMatchObject({ side: 'below', top: 216, room: 132 });
  });

  it('never covers its target nor leaves the window', () => {
    const anySide = fc.shuffledSubarray<Side>(['above', 'below', 'left', 'right'], {
      minLength: 1,
    });
    const anyCase = fc
      .record({
        width: fc.integer({ min: 320, max: 1920 }),
        height: fc.integer({ min: 360, max: 1080 }),
        tall: fc.integer({ min: 100, max: 260 }),
        x: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1900 })),
        y: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 600 })),
        sides: anySide,
      })
      .map(({ width, height, tall, x, y, sides }) => {
        const left = x[0] * (width - 1);
        const top = y[0] * (height - 1);
        const target = boxAt(left, top, Math.min(x[1], width - left), Math.min(y[1], height - top));
        return { screen: { width, height }, card: { width: 288, height: tall }, target, sides };
      })
      // A target as tall as the window leaves no place beside it.
      .filter(
        ({ screen: { height }, target }) => Math.max(target.top, height - target.bottom) > 60,
      );
    fc.assert(
      fc.property(anyCase, (one) => {
        const seat = placeCard(one);
        const box = drawn(seat, one.card);
        expect(overlaps(box, one.target)).toBe(false);
        expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(one.screen.width);
        expect(box.bottom).toBeLessThanOrEqual(one.screen.height);
        expect(seat.tip).toBeGreaterThan(0);
      }),
    );
  });
});
