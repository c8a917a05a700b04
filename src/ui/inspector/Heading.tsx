/** Which cell is explained, in words: who asks whom, which entry of which vector. */
import { useToldState, useFrame } from '../../frame/index.ts';
import {
  colIsToken,
  rowIsToken,
  selectColTokens,
  selectRowTokens,
  type Onward,
  type StageCell,
  type Store,
} from '../../store/index.ts';
import type { Ui } from '../../i18n/ui.zh-CN.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { RichText, type Mark } from '../RichText.tsx';
import { MathSymbol } from '../Symbol.tsx';

const scoreLike: ReadonlySet<string> = new Set(['scores', 'scaled', 'masked']);

/** A text with `{t:0}` for the row's token and `{t:1}` for the column's. */
const headingText = (ui: Ui, cell: StageCell): string => {
  const symbol = matrixSymbols[cell.matrix];
  if (scoreLike.has(cell.matrix)) return ui.pairAsks('{t:0}', '{t:1}');
  if (cell.matrix === 'weights') return ui.shareGiven('{t:0}', '{t:1}');
  if (cell.matrix === 'probabilities' || cell.matrix === 'logits')
    return ui.nextAfter('{t:0}', '{t:1}');
  if (rowIsToken(cell.matrix)) return ui.vectorEntry('{t:0}', symbol, cell.col + 1);
  return ui.parameterEntry(symbol, cell.row + 1, cell.col + 1);
};

const marksOf = (state: Store, cell: StageCell): readonly Mark[] => {
  const row = selectRowTokens(state, cell.matrix)?.[cell.row] ?? String(cell.row + 1);
  const col = selectColTokens(state, cell.matrix)?.[cell.col] ?? String(cell.col + 1);
  return [
    { token: row, position: rowIsToken(cell.matrix) ? cell.row : null },
    { token: col, position: colIsToken(cell.matrix) ? cell.col : null },
  ];
};

export const CellHeading = ({ cell }: { readonly cell: StageCell }): React.ReactNode => {
  const state = useToldState();
  const { messages } = useFrame();
  return <RichText text={headingText(messages.ui, cell)} marks={marksOf(state, cell)} />;
};

/** Indices below a symbol that is one letter, in brackets behind a longer one. */
const indexed = (symbol: string, indices: string): string =>
  /^[A-Za-zℓ]$/.test(symbol) ? `${symbol}_{${indices}}` : `${symbol} [${indices}]`;

/** A cell's short name, as in S_{5,2}; indices from 1. */
export const cellNotation = ({ matrix, row, col }: StageCell): string => {
  const symbol = matrixSymbols[matrix];
  return indexed(symbol, `${row + 1},${col + 1}`);
};

/** The short name, typeset. */
export const CellSymbol = ({ cell }: { readonly cell: StageCell }): React.ReactNode => {
  const { say } = useFrame();
  return <MathSymbol notation={say(cellNotation(cell))} />;
};

/** What a number enters: a matrix, or one row or column of it, as in S_{5,·}. */
export const onwardNotation = ({ cell, way, spread }: Onward): string => {
  const symbol = matrixSymbols[cell.matrix];
  if (cell.matrix === 'masked') return '+ mask';
  if (way === 'seat' || spread === 1) return symbol;
  return indexed(symbol, way === 'row' ? `${cell.row + 1},·` : `·,${cell.col + 1}`);
};
