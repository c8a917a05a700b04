/** How a product of two matrices forms: where the right one is transposed, its rows swing to columns; then the first cell term by term, then its row cell by cell, then the other rows, one sweep each. */
import { clamp, momentOf, travelled, type Motion, type Place } from './moment.ts';

export interface ProductShape {
  readonly rows: number;
  readonly cols: number;
  /** Terms of a cell. */
  readonly terms: number;
  /** The cell that is made slowly; its row comes first. */
  readonly first: Place;
  /** Rows of the right operand that swing to columns before; 0 where it is not transposed. */
  readonly turns?: number;
}

/** Milliseconds at single speed. */
const times = {
  /** One row swings, the next begins behind it, and the last one has settled. */
  turn: 500,
  turnStagger: 110,
  /** All rows together begin to swing within this. */
  turnStaggers: 500,
  frames: 320,
  term: 420,
  /** All terms of the first cell together take no longer. */
  terms: 1800,
  fill: 260,
  cell: 320,
  /** The rest of the first row takes no longer. */
  restOfRow: 1100,
  row: 320,
  /** The other rows together take no longer. */
  rows: 1500,
  stagger: 45,
  /** All cells of a row together begin within this. */
  staggers: 400,
  rest: 300,
} as const;

/** How far apart the cells of a row begin, all of them within some time. */
const staggerOf = (cols: number): number => Math.min(times.stagger, times.staggers / cols);

/** How the cells of one row follow the one that was made first, to both sides; in milliseconds after it. */
export const spread = (
  cols: number,
  first: number,
): { readonly after: (col: number) => number; readonly last: number } => {
  const stagger = staggerOf(cols);
  const after = (col: number): number => Math.abs(col - first) * stagger;
  return { after, last: Math.max(after(0), after(cols - 1)) };
};

/** When each part begins, from 0. */
const schedule = ({ rows, cols, terms, first, turns = 0 }: ProductShape) => {
  const turnStagger = Math.min(times.turnStagger, times.turnStaggers / Math.max(1, turns - 1));
  const turnedBy = turns === 0 ? 0 : times.turn + (turns - 1) * turnStagger;
  const term = Math.min(times.term, times.terms / terms);
  const termsFrom = turnedBy + times.frames;
  const fillFrom = termsFrom + terms * term;
  const restFrom = fillFrom + times.fill;
  const cell = Math.min(times.cell, times.restOfRow / Math.max(1, cols - 1));
  const rowsFrom = restFrom + (cols - 1) * cell;
  const row = Math.min(times.row, times.rows / Math.max(1, rows - 1));
  const stagger = staggerOf(cols);
  const last = rowsFrom + (rows - 1) * row;
  const settle = times.fill + stagger * (cols - 1);
  const duration = last + (rows > 1 ? settle : times.fill) + times.rest;
  /** Columns of the first row in the order in which they are made: the first cell, then from the left. */
  const orderIn = (col: number): number => {
    if (col === first.col) return 0;
    return col < first.col ? col + 1 : col;
  };
  /** The same of the rows. */
  const orderOf = (line: number): number => {
    if (line === first.row) return 0;
    return line < first.row ? line + 1 : line;
  };
  const begins = ({ row: line, col }: Place): number => {
    const [down, along] = [orderOf(line), orderIn(col)];
    if (down > 0) return rowsFrom + (down - 1) * row + col * stagger;
    return along === 0 ? fillFrom : restFrom + (along - 1) * cell;
  };
  const turned = (turn: number, now: number): number =>
    turns === 0 ? 1 : travelled((now - turn * turnStagger) / times.turn);
  return {
    term,
    turnedBy,
    turned,
    termsFrom,
    fillFrom,
    restFrom,
    cell,
    rowsFrom,
    duration,
    begins,
  };
};

export const productMotion = (shape: ProductShape): Motion => {
  const { cols, terms, first } = shape;
  const plan = schedule(shape);
  const { duration, termsFrom, fillFrom, restFrom, cell, rowsFrom } = plan;
  /** The cell under way: the first one until it is filled, then those of its row one by one. */
  const cellAt = (now: number): Place | null => {
    if (now < restFrom) return first;
    if (now >= rowsFrom || cols === 1) return null;
    const along = Math.floor((now - restFrom) / cell) + 1;
    const col = along <= first.col ? along - 1 : along;
    return { row: first.row, col: Math.min(col, cols - 1) };
  };
  return {
    duration,
    stills: [
      ...(plan.turnedBy > 0 ? [0, plan.turnedBy / 2] : []),
      plan.turnedBy,
      (termsFrom + fillFrom) / 2,
      restFrom,
      rowsFrom,
      duration,
    ].map((at) => at / duration),
    at: (t) => {
      const now = clamp(t) * duration;
      const inFirst = now < restFrom;
      return momentOf({
        cell: cellAt(now),
        turned: (row) => plan.turned(row, now),
        turning: now < plan.turnedBy,
        landed: inFirst ? Math.min(terms, Math.max(0, (now - termsFrom) / plan.term)) : terms,
        part: clamp(now < restFrom ? now / restFrom : (now - restFrom) / (duration - restFrom)),
        shown: (row, col) => clamp((now - plan.begins({ row, col })) / times.fill),
      });
    },
  };
};
