/** Matrices that stand on two stops travel from their old seat to the new one; what is drawn is the new stop from the first frame on. */
import { createContext, use, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Matrix } from '../../math/index.ts';
import type { Point } from '../../viz/index.ts';
import { firstCol, isSlice, type MatrixSource } from './source.ts';

/** Milliseconds that a matrix is under way. */
export const travelTime = 620;

const easing = 'cubic-bezier(0.6, 0, 0.2, 1)';

/** Where a column of a matrix began, and how large its cells were. */
interface Seat extends Point {
  readonly cell: number;
  /** The arrangement of the stage it was seen in. */
  readonly arrangement: string;
}

/** What the stage remembers of where everything was, by matrix and column. */
export interface Journeys {
  /** The arrangement now, and the one before it. */
  now: string;
  before: string | null;
  readonly seats: Map<string, Seat>;
}

export const JourneysContext = createContext<Journeys | null>(null);

/** Remembers seats for as long as the stage stands; `arrangement` names what would move if it changed. */
export const useJourneys = (arrangement: string): Journeys => {
  const kept = useRef<Journeys>({ now: arrangement, before: null, seats: new Map() });
  const journeys = kept.current;
  if (journeys.now !== arrangement) {
    journeys.before = journeys.now;
    journeys.now = arrangement;
  }
  return journeys;
};

/** How much of a matrix is drawn, and which way. */
interface Drawn {
  readonly transposed?: boolean | undefined;
  readonly rowsShown?: readonly number[] | undefined;
}

/** Scores that were scaled are what the mask and the softmax take; a comparison's first picture is what was there before. */
const nameOf = (source: MatrixSource & Drawn): string => {
  const { matrix, head, variant, transposed = false } = source;
  const name = matrix === 'masked' ? 'scaled' : matrix;
  const whose = head === undefined || isSlice(source) ? '' : head;
  return [name, whose, variant === 'before' ? '' : (variant ?? ''), transposed ? 'T' : ''].join(
    '/',
  );
};

const wantsNoMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const appearance: Parameters<Element['animate']> = [
  [{ opacity: 0 }, { opacity: 1 }],
  { duration: travelTime / 2, delay: travelTime / 2, fill: 'backwards' },
];

/** The keyframe that shows a matrix where it was. */
const departure = (from: Seat, to: Seat): Keyframe => {
  const scale = from.cell / to.cell;
  const [x, y] = [from.x - to.x * scale, from.y - to.y * scale];
  return { transform: `translate(${x}px, ${y}px) scale(${scale})` };
};

/**
 * Lets the element of a matrix travel to its seat where the stage before had it elsewhere. A slice of a matrix comes from
 * where the middle one of its columns was, so that the same numbers can be seen to be cut anew.
 */
export const useTravel = (
  source: MatrixSource & Drawn,
  drawn: Matrix,
  { x, y, cell }: Point & { readonly cell: number },
): RefObject<SVGGElement | null> => {
  const element = useRef<SVGGElement>(null);
  const journeys = use(JourneysContext);
  const arrangement = journeys?.now ?? '';
  const name = nameOf(source);
  const first = firstCol(source, drawn);
  const { cols } = drawn;
  const firstRow = source.rowsShown?.[0] ?? 0;
  useLayoutEffect(() => {
    if (!journeys) return;
    const middle = Math.floor(cols / 2);
    const was = journeys.seats.get(`${name}/${first + middle}`);
    const to: Seat = { x, y, cell, arrangement };
    const whole = { ...to, y: y - firstRow * cell };
    for (let col = 0; col < cols; col++)
      journeys.seats.set(`${name}/${first + col}`, { ...whole, x: x + col * cell });
    if (journeys.before === null || wantsNoMotion()) return;
    if (was?.arrangement !== journeys.before) {
      // What was not there comes when the others are nearly in their places.
      if (was?.arrangement !== arrangement) element.current?.animate(...appearance);
      return;
    }
    const from = { ...was, x: was.x - middle * was.cell, y: was.y + firstRow * was.cell };
    if (from.x === x && from.y === y && from.cell === cell) return;
    element.current?.animate([departure(from, to), { transform: 'none' }], {
      duration: travelTime,
      easing,
    });
  }, [journeys, arrangement, name, first, cols, firstRow, x, y, cell]);
  return element;
};
