/** U and its bias, compressed: a thin column for every token of the vocabulary. Drawn once, as a thousand cells must not be drawn again for every frame of a motion. */
import { memo } from 'react';
import type { Messages } from '../../i18n/index.ts';
import type { Matrix } from '../../math/index.ts';
import { signedFill, type Palette } from '../../viz/index.ts';
import { columnOf, type OutputLayout } from './output-layout.ts';
import { OwnCells } from './OwnCells.tsx';

export interface UnembeddingProps {
  readonly u: Matrix;
  /** How many of its rows are drawn. */
  readonly rows: number;
  readonly bias: Matrix;
  readonly layout: OutputLayout;
  readonly palette: Palette;
  readonly domain: number;
  readonly vocabulary: readonly string[];
  readonly messages: Messages;
  readonly transposed: boolean | undefined;
  /** The cells that Tab enters U and the bias at. */
  readonly entryRow: number;
  readonly entryCol: number;
}

const Columns = (props: UnembeddingProps): React.ReactNode => {
  const { u, rows, bias, layout, palette, domain, vocabulary } = props;
  const { messages, transposed, entryRow, entryCol } = props;
  const { pitch, row: rowHeight, biasHeight } = layout;
  const shared = {
    messages,
    transposed,
    rowName: (row: number) => String(row + 1),
    colName: (col: number) => `${col + 1} ${vocabulary[col] ?? ''}`,
  };
  const uBox = (row: number, col: number) => {
    const { line, x } = columnOf(layout, col);
    return { x, y: line.u + row * rowHeight, width: pitch, height: rowHeight };
  };
  const biasBox = (_: number, col: number) => {
    const { line, x } = columnOf(layout, col);
    return { x, y: line.bias, width: pitch, height: biasHeight };
  };
  const filled =
    (boxOf: typeof uBox) =>
    (row: number, col: number, value: number): React.ReactNode => {
      const { x, y, width, height } = boxOf(row, col);
      return (
        <rect
          x={x}
          y={y}
          width={width - (width >= 5 ? 1 : 0.5)}
          height={height - 1}
          fill={signedFill(palette, value, domain)}
        />
      );
    };
  return (
    <>
      <OwnCells
        {...shared}
        name="unembedding"
        matrix={u}
        rows={Array.from({ length: rows }, (_, row) => row)}
        entry={{ row: entryRow, col: entryCol }}
        draw={filled(uBox)}
      />
      <OwnCells
        {...shared}
        name="unembeddingBias"
        matrix={bias}
        rows={[0]}
        entry={{ row: 0, col: entryCol }}
        draw={filled(biasBox)}
      />
    </>
  );
};

/** Layouts are made anew for every drawing, and are the same where their numbers are. */
const sameNumbers = (a: OutputLayout, b: OutputLayout): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

export const Unembedding = memo(
  Columns,
  ({ layout: before, ...was }, { layout: after, ...is }) =>
    sameNumbers(before, after) &&
    Object.entries(is).every(([key, value]) => was[key as keyof typeof was] === value),
);
