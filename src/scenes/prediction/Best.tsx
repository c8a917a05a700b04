/** Logits and probabilities of the five best characters, with bars; beyond the context a notice stands in their place. */
import { tokenId } from '../../example/index.ts';
import { predictionsOf, selectTrace } from '../../store/index.ts';
import { cellSize, MatrixName, percent, textWidth, type Box } from '../../viz/index.ts';
import { chainStations } from '../../walkthrough/index.ts';
import { Note } from '../stage/Note.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { noticeLines } from './notice.ts';

const bestCount = 5;

/** Logits and probabilities of the five best characters, with bars. */
export const Best = ({ x, y, width, height }: Box): React.ReactNode => {
  const { metrics, palette, state, messages, moment } = useStage();
  const grown = moment?.station(chainStations - 1) ?? 1;
  const row = state.tokens.length - 1;
  const best = predictionsOf(state.vocabulary, selectTrace(state), row, bestCount);
  const ids = best.map(({ token }) => tokenId(state.vocabulary, token));
  const label = metrics.small * 2;
  const gap = metrics.name * 2;
  const cell = cellSize(
    metrics.cellMax,
    (width - metrics.label * 0.4) / bestCount,
    (height - label - gap * 2) / 2 - metrics.label * 2,
  );
  const left = x + (width - bestCount * cell) / 2;
  // Per cents keep clear of their neighbours where the cells are narrow.
  const percentSize = Math.max(
    metrics.micro,
    Math.min(metrics.label, (cell * 0.86) / textWidth('99%', 1)),
  );
  const notice = noticeLines(state, messages);
  const fixed = 2 * (cell + gap) + metrics.label * 7.4 + label;
  const room = Math.max(0, Math.min(height - fixed, metrics.label * 12));
  const top = y + Math.max(0, (height - fixed - room) / 2) + gap;
  const second = top + cell + gap;
  // Bars stand on one floor, above their characters.
  const floor = second + cell + metrics.label * 1.2 + room;
  return (
    <g visibility={grown === 0 ? 'hidden' : undefined}>
      <MatrixName
        notation="ℓ"
        note={messages.ui.logits}
        x={left}
        y={top - metrics.name * 0.45}
        metrics={metrics}
        palette={palette}
      />
      <StageMatrix matrix="logits" rowsShown={[row]} colsShown={ids} x={left} y={top} cell={cell} />
      <MatrixName
        notation="p"
        note={messages.ui.probabilities}
        x={left}
        y={second - metrics.name * 0.45}
        metrics={metrics}
        palette={palette}
      />
      <StageMatrix
        matrix="probabilities"
        rowsShown={[row]}
        colsShown={ids}
        x={left}
        y={second}
        cell={cell}
        calm
      />
      {best.map(({ token, probability }, index) => {
        const middle = left + (index + 0.5) * cell;
        const tall = room * probability * grown;
        return (
          <g key={token}>
            <rect
              x={middle - cell * 0.3}
              y={metrics.mirrored ? floor - room : floor - Math.max(tall, 1)}
              width={cell * 0.6}
              height={Math.max(tall, 1)}
              fill={index === 0 ? palette.ink : palette.ink3}
            />
            <Note
              x={middle}
              y={floor + label * 0.75}
              anchor="middle"
              tone="ink"
              bold={index === 0}
              size={metrics.small * 1.4}
            >
              {token}
            </Note>
            <Note
              x={middle}
              y={floor + label * 0.75 + metrics.label * (metrics.mirrored ? 2.6 : 1.4)}
              anchor="middle"
              tone="ink2"
              size={percentSize}
            >
              {percent(probability)}
            </Note>
          </g>
        );
      })}
      {notice.map((line, index) => (
        <Note
          key={line}
          x={x + width / 2}
          y={floor + label * 0.75 + metrics.label * (4 + 1.5 * index)}
          anchor="middle"
          tone="ink2"
          size={Math.max(metrics.micro, Math.min(metrics.label, (width - 8) / textWidth(line, 1)))}
        >
          {line}
        </Note>
      ))}
    </g>
  );
};
