/** What each row of the attention weights adds up to, beside it, or below it where rows are columns; while the stop moves, what there is of it. */
import { at } from '../math/index.ts';
import { currentBeat, selectComputation } from '../store/index.ts';
import { numeral, type Metrics, type Point } from '../viz/index.ts';
import type { Variant } from '../walkthrough/index.ts';
import { Note, type NoteProps } from './stage/Note.tsx';
import { useStage } from './stage/StageContext.tsx';

/** Room for the sums behind the cells, and below them. */
export const sumsRoom = ({ label }: Metrics, turned: boolean): number =>
  turned ? 0 : label * 3.15;
export const sumsBelow = ({ label }: Metrics, turned: boolean): number =>
  turned ? label * 1.7 : 0;

type NotePlace = Pick<NoteProps, 'x' | 'y' | 'anchor'>;

export interface RowSumsProps extends Point {
  readonly cell: number;
  readonly variant?: Variant | undefined;
}

/** (x, y) is the upper left corner of the weights. */
export const RowSums = ({ x, y, cell, variant }: RowSumsProps): React.ReactNode => {
  const { metrics, state, active, moment, turned } = useStage();
  const { head } = state;
  const source = { matrix: 'weights', head } as const;
  const weights = selectComputation(state, variant).matrix(source);
  // Under the mask a row changes from what it was without; elsewhere it comes from nothing.
  const was = variant === 'after' ? selectComputation(state, 'before').matrix(source) : null;
  const moving = variant === currentBeat(state).cell?.variant ? moment : null;
  const share = (row: number, col: number): number => {
    const shown = moving?.shown(row, col) ?? 1;
    return at(weights, row, col) * shown + (was ? at(was, row, col) * (1 - shown) : 0);
  };
  const { label } = metrics;
  const side = weights.rows * cell;
  /** Behind the middle of a row; below the middle of a column. */
  const placeOf = (row: number): NotePlace =>
    turned
      ? { x: x + (row + 0.5) * cell, y: y + side + label * 1.3, anchor: 'middle' }
      : { x: x + side + label * 0.9, y: y + (row + 0.5) * cell + label * 0.36 };
  const heading: NotePlace = turned
    ? { x: x - label * 0.6, y: y + side + label * 1.3, anchor: 'end' }
    : { x: x + side + label * 0.9, y: y - label };
  return (
    <>
      <Note {...heading} tone="ink2">
        Σ
      </Note>
      {Array.from({ length: weights.rows }, (_, row) => {
        const shares = Array.from({ length: weights.cols }, (_x, col) => share(row, col));
        const lit =
          active?.matrix === 'weights' && active.variant === variant && active.row === row;
        // Rows that are lower than a line, or narrower than a number, have no room for every sum.
        if (cell < label * (turned ? 2.4 : 1) && !lit) return null;
        return (
          <Note key={row} {...placeOf(row)} tone={lit ? 'ink' : 'ink3'} bold={lit}>
            {!was && moving?.shown(row, 0) === 0
              ? ''
              : numeral(
                  shares.reduce((sum, one) => sum + one, 0),
                  2,
                )}
          </Note>
        );
      })}
    </>
  );
};
