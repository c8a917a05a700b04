/** How a matrix changes where every cell has its own operand: row after row, or column after column from the right. */
import { clamp, momentOf, type Moment, type Motion } from './moment.ts';

export interface SweepShape {
  readonly rows: number;
  readonly cols: number;
  /** Rows from the top, or columns from the right, as the mask comes in. */
  readonly by: 'rows' | 'columns';
  /** Slow lines have a first half in which something else happens, and their cells come in the second. */
  readonly slow?: boolean;
}

/** Milliseconds at single speed. */
const times = {
  line: 520,
  slowLine: 1000,
  fill: 260,
  stagger: 45,
  /** All cells of a line together begin within this. */
  staggers: 400,
  lead: 320,
  rest: 300,
  all: 4600,
} as const;

/** When each cell begins, in milliseconds from the start, and how long all of it takes. */
const schedule = ({ rows, cols, by, slow = false }: SweepShape) => {
  const lines = by === 'rows' ? rows : cols;
  const across = by === 'rows' ? cols : rows;
  const line = Math.min(slow ? times.slowLine : times.line, times.all / lines);
  const fill = Math.min(times.fill, line);
  const late = slow ? line / 2 : 0;
  const stagger = Math.min(times.stagger, (slow ? line / 2 : times.staggers) / across);
  const begins = (row: number, col: number): number => {
    const [place, along] = by === 'rows' ? [row, col] : [cols - 1 - col, row];
    return times.lead + place * line + late + along * stagger;
  };
  const duration = times.lead + lines * line + stagger * across + fill + times.rest;
  return { lines, line, fill, begins, duration };
};

export interface SweepMotion extends Motion {
  /** The time at which a cell is all there. */
  readonly whenShown: (row: number, col: number) => number;
}

export const sweepMotion = (shape: SweepShape): SweepMotion => {
  const { lines, line, fill, begins, duration } = schedule(shape);
  const lineAt = (now: number): number => Math.floor((now - times.lead) / line);
  const placeAt = (now: number): Moment['cell'] => {
    const place = lineAt(now);
    if (shape.by !== 'rows' || place < 0 || place >= lines) return null;
    return { row: place, col: 0 };
  };
  return {
    duration,
    whenShown: (row, col) => (begins(row, col) + fill) / duration,
    stills: [0, 0.34, 0.67, 1],
    at: (t) => {
      const now = clamp(t) * duration;
      return momentOf({
        cell: placeAt(now),
        part: clamp((now - times.lead) / line - Math.max(0, lineAt(now))),
        shown: (row, col) => clamp((now - begins(row, col)) / fill),
      });
    },
  };
};
