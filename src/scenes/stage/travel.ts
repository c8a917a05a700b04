/** Matrices that stand on two stops travel from their old seat to the new one; what is drawn is the new stop from the first frame on. */
import { createContext, use, useLayoutEffect, useRef, type RefObject } from 'react';
import { travelTime } from '../../choreography/index.ts';
import { wantsNoMotion } from '../../frame/index.ts';
import type { Matrix } from '../../math/index.ts';
import { useStage } from './StageContext.tsx';
import type { Point } from '../../viz/index.ts';
import { firstCol, isSlice, type MatrixSource } from './source.ts';

const easing = 'cubic-bezier(0.6, 0, 0.2, 1)';

/** Where a column of a matrix began, and how large its cells were. */
interface Seat extends Point {
  readonly cell: number;
}

/** What the stage remembers of where everything was, by matrix and column. */
export interface Journeys {
  /** Notes that the columns of a matrix have come to their seats in an arrangement; says where `asked` was before, null where it was not there. */
  arrive(
    arrangement: string,
    columns: ReadonlyMap<string, Seat>,
    asked: string,
  ): { readonly from: Seat | null; readonly isFirst: boolean };
}

/** An empty memory, for as long as a stage stands. */
export const createJourneys = (): Journeys => {
  const seats = new Map<string, Seat & { readonly arrangement: string }>();
  let now: string | null = null;
  let before: string | null = null;
  return {
    arrive: (arrangement, columns, asked) => {
      if (arrangement !== now) [before, now] = [now, arrangement];
      const was = seats.get(asked);
      for (const [column, seat] of columns) seats.set(column, { ...seat, arrangement });
      const isKnown = was !== undefined && was.arrangement === before;
      // What was laid out before in the same arrangement is only laid out again.
      const isNew = before !== null && was?.arrangement !== arrangement;
      return { from: isKnown ? was : null, isFirst: isNew && !isKnown };
    },
  };
};

export const JourneysContext = createContext<Journeys | null>(null);

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
  const { state } = useStage();
  const arrangement = `${state.step} ${state.beat} ${state.nHeads}`;
  const name = nameOf(source);
  const first = firstCol(source, drawn);
  const firstRow = source.rowsShown?.[0] ?? 0;
  const { cols } = drawn;
  useLayoutEffect(() => {
    if (!journeys) return;
    const key = (col: number): string => `${name}/${first + col}`;
    const seatOf = (col: number): Seat => ({ x: x + col * cell, y: y - firstRow * cell, cell });
    const columns = Array.from({ length: cols }, (_, col) => [key(col), seatOf(col)] as const);
    const middle = Math.floor(cols / 2);
    const { from, isFirst } = journeys.arrive(arrangement, new Map(columns), key(middle));
    if (wantsNoMotion()) return;
    // What was not there comes when the others are nearly in their places.
    if (isFirst) element.current?.animate(...appearance);
    if (!from) return;
    const was = { x: from.x - middle * from.cell, y: from.y + firstRow * from.cell };
    if (was.x === x && was.y === y && from.cell === cell) return;
    element.current?.animate(
      [departure({ ...was, cell: from.cell }, { x, y, cell }), { transform: 'none' }],
      { duration: travelTime, easing },
    );
  }, [journeys, arrangement, name, first, firstRow, cols, x, y, cell]);
  return element;
};
