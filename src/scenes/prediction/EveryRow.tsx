/** All rows at once: every token says what it expects next, and beside it stands what really came. */
import { tokenId } from '../../example/index.ts';
import { predictionsOf, selectTrace, type State } from '../../store/index.ts';
import {
  cellSize,
  chipsBeside,
  MatrixName,
  percent,
  RowChips,
  textWidth,
  type Box,
} from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { noticeLines } from './notice.ts';

/** What really follows each row, then each row's favourite, then the next likely ones: `count` ids, none twice. */
const idsToShow = (state: State, count: number): readonly number[] => {
  const trace = selectTrace(state);
  const { tokens, vocabulary } = state;
  const ranked = tokens.map((_, row) =>
    predictionsOf(vocabulary, trace, row, count).map(({ token }) => tokenId(vocabulary, token)),
  );
  const favourites = ranked.flatMap(([first]) => (first === undefined ? [] : [first]));
  const following = tokens.slice(1).map((token) => tokenId(vocabulary, token));
  const others = ranked.flat().toSorted((a, b) => likeliest(b) - likeliest(a));
  function likeliest(id: number): number {
    const { cols, data } = trace.probabilities;
    return Math.max(...tokens.map((_, row) => data[row * cols + id] ?? 0));
  }
  return [...new Set([...following, ...favourites.slice(-1), ...favourites, ...others])].slice(
    0,
    count,
  );
};

/** "有 21%, no. 1": the real next token of a row, its probability and its rank. */
const useVerdict = (): ((row: number) => string | null) => {
  const { state, messages } = useStage();
  const { tokens, vocabulary } = state;
  const trace = selectTrace(state);
  return (row) => {
    const next = tokens[row + 1];
    if (next === undefined) return null;
    const all = predictionsOf(vocabulary, trace, row, vocabulary.length);
    const wanted = tokenId(vocabulary, next);
    const rank = all.findIndex(({ token }) => tokenId(vocabulary, token) === wanted);
    return messages.ui.reallyNext(next, percent(all[rank]?.probability ?? 0), rank + 1);
  };
};

const mostColumns = 12;

export const EveryRow = ({ x, y, width, height }: Box): React.ReactNode => {
  const { metrics, palette, state, messages } = useStage();
  const verdict = useVerdict();
  const { tokens, vocabulary } = state;
  const chips = chipsBeside(metrics);
  const verdicts = tokens.map((_, row) => verdict(row));
  const longest = Math.max(...verdicts.map((text) => (text ? textWidth(text, metrics.label) : 0)));
  const aside =
    metrics.narrow || metrics.mirrored || longest > width * 0.25
      ? 0
      : longest + metrics.label * 1.5;
  const lines = noticeLines(state, messages);
  const above = metrics.small * 2.2 + metrics.name * 1.6;
  const below = metrics.label * (2.4 + 1.5 * lines.length);
  const room = width - chips - aside;
  const count = Math.min(
    mostColumns,
    vocabulary.length,
    Math.floor(room / Math.max(24, metrics.label * 2.4)),
  );
  const ids = idsToShow(state, count);
  const cell = cellSize(
    metrics.cellMax,
    room / ids.length,
    (height - above - below) / tokens.length,
  );
  const left = x + chips + Math.max(0, (room - ids.length * cell) / 2);
  const top = y + above + Math.max(0, (height - above - below - tokens.length * cell) / 2);
  const bottom = top + tokens.length * cell;
  const letter = Math.max(metrics.micro, Math.min(metrics.small * 1.5, cell * 0.55));
  return (
    <>
      <MatrixName
        notation="p"
        note={metrics.narrow ? messages.ui.everyRowShort : messages.ui.everyRowGuesses}
        x={left}
        y={top - letter * 1.7 - metrics.name * 0.3}
        metrics={metrics}
        palette={palette}
      />
      {ids.map((id, col) => (
        <Note
          key={id}
          x={left + (col + 0.5) * cell}
          y={top - letter * 0.5}
          anchor="middle"
          tone="ink"
          size={letter}
        >
          {vocabulary[id]}
        </Note>
      ))}
      <RowChips tokens={tokens} palette={palette} metrics={metrics} x={left} y={top} cell={cell} />
      <StageMatrix matrix="probabilities" colsShown={ids} x={left} y={top} cell={cell} calm />
      {tokens.slice(1).map((token, row) => {
        const col = ids.indexOf(tokenId(vocabulary, token));
        if (col < 0) return null;
        return (
          <rect
            key={`${row}${token}`}
            x={left + col * cell + 2}
            y={top + row * cell + 2}
            width={cell - 4}
            height={cell - 4}
            rx={3}
            fill="none"
            stroke={palette.ink2}
            strokeWidth={1.5 * metrics.stroke}
            strokeDasharray={`${3 * metrics.stroke} ${2 * metrics.stroke}`}
            pointerEvents="none"
          />
        );
      })}
      {aside > 0 &&
        verdicts.map((text, row) => (
          <Note
            key={row}
            x={left + ids.length * cell + metrics.label}
            y={top + (row + 0.5) * cell + metrics.label * 0.36}
            tone="ink2"
          >
            {text}
          </Note>
        ))}
      {lines.map((line, index) => (
        <Note key={line} x={left} y={bottom + metrics.label * (2 + 1.5 * index)} tone="ink2">
          {line}
        </Note>
      ))}
    </>
  );
};
