/** One row of a matrix with its sign and name in front and a note behind. */
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { rowIsToken } from '../../store/index.ts';
import { MatrixName, RowBand } from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { Note } from '../stage/Note.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';

export interface StripProps {
  readonly matrix: DecoderMatrixName;
  readonly sign?: string | undefined;
  readonly note?: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Where the name ends. */
  readonly names: number;
  /** Where the note begins; null for none. */
  readonly notes: number | null;
}

/** The row of the last token; of a parameter that has one row, that row. */
export const Strip = (props: StripProps): React.ReactNode => {
  const { matrix, sign = '', note, x, y, cell, names, notes } = props;
  const { metrics, palette, state } = useStage();
  const row = state.tokens.length - 1;
  const isToken = rowIsToken(matrix);
  const name = metrics.name * 0.78;
  const middle = y + cell / 2;
  return (
    <g>
      {sign !== '' && (
        <Note
          x={names - metrics.label * 4.6}
          y={middle + name * 0.3}
          anchor="middle"
          tone="ink2"
          size={name}
        >
          {sign}
        </Note>
      )}
      <MatrixName
        notation={matrixSymbols[matrix]}
        x={names}
        y={middle + name * 0.3}
        anchor="end"
        metrics={{ ...metrics, name }}
        palette={palette}
      />
      {isToken && <RowBand {...{ palette, metrics, x, y, cell }} position={row} />}
      <StageMatrix
        matrix={matrix}
        {...(isToken ? { rowsShown: [row] } : {})}
        x={x}
        y={y}
        cell={cell}
      />
      {notes !== null && note !== undefined && (
        <Note x={notes} y={middle + metrics.label * 0.36}>
          {note}
        </Note>
      )}
    </g>
  );
};
