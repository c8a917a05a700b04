/** What each row of the attention weights adds up to, beside it; while the stop moves, what there is of it. */
import { at } from '../math/index.ts';
import { currentBeat, selectComputation } from '../store/index.ts';
import { numeral, type Metrics, type Point } from '../viz/index.ts';
import type { Variant } from '../walkthrough/index.ts';
import { Note } from './stage/Note.tsx';
import { useStage } from './stage/StageContext.tsx';

/** Room for the sums behind the cells. */
export const sumsRoom = (metrics: Metrics): number => metrics.label * 3.15;

export interface RowSumsProps extends Point {
  readonly cell: number;
  readonly variant?: Variant | undefined;
}

/** (x, y) is the upper right corner of the weights. */
export const RowSums = ({ x, y, cell, variant }: RowSumsProps): React.ReactNode => {
  const { metrics, state, active, moment } = useStage();
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
  const left = x + metrics.label * 0.9;
  return (
    <>
      <Note x={left} y={y - metrics.label} tone="ink2">
        Σ
      </Note>
      {Array.from({ length: weights.rows }, (_, row) => {
        const shares = Array.from({ length: weights.cols }, (_x, col) => share(row, col));
        const lit =
          active?.matrix === 'weights' && active.variant === variant && active.row === row;
        // Rows that are lower than a line have no room for every sum.
        if (cell < metrics.label && !lit) return null;
        return (
          <Note
            key={row}
            x={left}
            y={y + (row + 0.5) * cell + metrics.label * 0.36}
            tone={lit ? 'ink' : 'ink3'}
            bold={lit}
          >
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
