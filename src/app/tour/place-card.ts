/** Where a card stands: beside what it points at, never on it, never beyond the window. */
import type { Size } from '../../viz/index.ts';

/** Distances from the window's left and upper edges. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = 'above' | 'below' | 'left' | 'right';

export interface Seat {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  /** Where along the card's edge its tip points at the target. */
  readonly tip: number;
  /** How tall the card may be here. */
  readonly room: number;
}

/** What is kept free between target and card, for the frame and the tip. */
const gap = 16;
/** What is kept free at the edges of the window. */
const edge = 12;
/** The least distance of the tip from the card's corners. */
const corner = 18;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

const isUpright = (side: Side): boolean => side === 'above' || side === 'below';

/** The free room on a side of a box. */
const roomAt = (side: Side, box: Box, { width, height }: Size): Size => {
  const whole = { width: width - 2 * edge, height: height - 2 * edge };
  switch (side) {
    case 'above':
      return { ...whole, height: box.top - gap - edge };
    case 'below':
      return { ...whole, height: height - edge - box.bottom - gap };
    case 'left':
      return { ...whole, width: box.left - gap - edge };
    default:
      return { ...whole, width: width - edge - box.right - gap };
  }
};

interface Placing {
  readonly card: Size;
  readonly screen: Size;
  /** What is pointed at. */
  readonly target: Box;
}

/** The seat on one side of a box, as far along it as the target is. */
const seatAt = (side: Side, box: Box, { card, screen, target }: Placing): Seat => {
  const room = roomAt(side, box, screen).height;
  const height = Math.min(card.height, room);
  const x = (target.left + target.right) / 2;
  const y = (target.top + target.bottom) / 2;
  if (isUpright(side)) {
    const left = clamp(x - card.width / 2, edge, screen.width - edge - card.width);
    const top = side === 'above' ? box.top - gap - height : box.bottom + gap;
    return { side, left, top, tip: clamp(x - left, corner, card.width - corner), room };
  }
  const top = clamp(y - height / 2, edge, screen.height - edge - height);
  const left = side === 'left' ? box.left - gap - card.width : box.right + gap;
  return { side, left, top, tip: clamp(y - top, corner, height - corner), room };
};

/**
 * The first of some sides with room for the card: beside all that should stay in sight, else beside the target itself.
 * Where no side has, the card is cut to the taller of the rooms above and below.
 */
export const placeCard = (
  placing: Placing & {
    /** In the order of preference. */
    readonly sides: readonly Side[];
    /** What should stay in sight if it can; the target is part of it. */
    readonly clear?: Box | null;
  },
): Seat => {
  const { card, screen, target, sides, clear } = placing;
  for (const box of clear ? [clear, target] : [target]) {
    const side = sides.find((one) => {
      const { width, height } = roomAt(one, box, screen);
      return width >= card.width && height >= card.height;
    });
    if (side) return seatAt(side, box, placing);
  }
  const [above, below] = (['above', 'below'] as const).map((side) =>
    seatAt(side, target, placing),
  ) as [Seat, Seat];
  return above.room > below.room ? above : below;
};
