/** The output layer, opened: the last row meets every column of U, each token of the vocabulary gets a logit, and softmax makes shares of them. */
import { useSoFar } from '../../frame/index.ts';
import { tokenId } from '../../example/index.ts';
import { predictionsOf, selectDomain, selectTrace } from '../../store/index.ts';
import { Frame, MatrixName, mix, numeral, tokenHue, type Box } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { StageMatrix } from '../stage/StageMatrix.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { columnOf, outputLayout, type OutputLayout } from './output-layout.ts';
import { ShareTable } from './ShareTable.tsx';
import { Unembedding } from './Unembedding.tsx';
import { Characters, LogitBars, ofVocabulary, ShareBars } from './VocabularyBars.tsx';

const bestCount = 5;

/** h as a column, so that each of its numbers stands in front of the row of U that it is multiplied with. */
const Input = ({ layout }: { layout: OutputLayout }): React.ReactNode => {
  const { metrics, palette, computation, state, moment } = useStage();
  const row = state.tokens.length - 1;
  const { h, row: cell, lines, numbered } = layout;
  const { cols, data } = computation.matrix({ matrix: 'z' });
  const top = lines[0]?.u ?? 0;
  const { band, bandGap, micro } = metrics;
  const landing = Math.floor(moment?.landed ?? cols);
  return (
    <g>
      <rect
        x={h + 1}
        y={top - bandGap - band}
        width={cell - 2}
        height={band}
        fill={mix(palette.paper, tokenHue(palette, row), 1)}
      />
      <MatrixName
        notation="h"
        x={h - metrics.label * 0.4}
        y={top - bandGap}
        anchor="end"
        metrics={{ ...metrics, name: metrics.name * 0.78 }}
        palette={palette}
      />
      <StageMatrix matrix="z" rowsShown={[row]} x={h} y={top} cell={cell} transposed />
      {numbered &&
        Array.from({ length: cols }, (_, col) => (
          <Note
            key={col}
            x={h - metrics.label * 0.4}
            y={top + (col + 0.5) * cell + micro * 0.36}
            anchor="end"
            tone="ink2"
            size={micro}
          >
            {numeral(data[row * cols + col] ?? 0)}
          </Note>
        ))}
      {moment && moment.landed > 0 && landing < cols && (
        <Frame x={h} y={top + landing * cell} width={cell} height={cell} metrics={metrics} />
      )}
    </g>
  );
};

/** Two beams down the column of the token that is explained, from U to its share. */
const ColumnBeams = ({ layout }: { layout: OutputLayout }): React.ReactNode => {
  const { active, metrics } = useStage();
  const token = ofVocabulary(active);
  if (token === null) return null;
  const { line, x } = columnOf(layout, token);
  const [from, to] = [x - 1, x + layout.pitch];
  const top = line.u - 2;
  const upper = line.bias + layout.biasHeight + 2;
  const lower = line.shares + layout.sharesHeight;
  return (
    <g stroke="var(--ink)" fill="none" pointerEvents="none">
      <path d={`M${from} ${top}H${to}V${upper}H${from}Z`} strokeWidth={1.6 * metrics.stroke} />
      <path
        d={`M${from} ${line.logits}V${lower}M${to} ${line.logits}V${lower}`}
        strokeOpacity={0.35}
        strokeWidth={metrics.stroke}
      />
    </g>
  );
};

/** Names in front of the lines of the picture. */
const Names = ({ layout }: { layout: OutputLayout }): React.ReactNode => {
  const { metrics, palette, computation } = useStage();
  const { left, lines, biasHeight, logitsHeight, sharesHeight } = layout;
  const { rows, cols } = computation.matrix({ matrix: 'unembedding' });
  const name = metrics.name * 0.78;
  const shared = { metrics: { ...metrics, name }, palette };
  const x = left - metrics.label * 0.5;
  // Mirrored, names stand side by side, and charts may be narrower than these.
  const crowded = metrics.mirrored && logitsHeight < metrics.label * 3.5;
  const charts = [
    { notation: 'ℓ', top: 'logits', height: logitsHeight },
    ...(crowded ? [] : [{ notation: 'p', top: 'shares', height: sharesHeight } as const]),
  ] as const;
  return lines.map((line, index) => (
    <g key={line.from}>
      {index === 0 && (
        <MatrixName
          {...shared}
          notation="U"
          note={`${rows}×${cols}`}
          x={left}
          y={line.u - metrics.label * 0.5}
        />
      )}
      {!crowded && (
        <Note x={x} y={line.bias + biasHeight / 2 + metrics.label * 0.36} anchor="end" tone="ink2">
          + b
        </Note>
      )}
      {charts.map(({ notation, top, height }) => (
        <MatrixName
          key={notation}
          {...shared}
          notation={notation}
          x={x}
          y={line[top] + height / 2 + name * 0.3}
          anchor="end"
        />
      ))}
    </g>
  ));
};

/** Rows of U that come in one picture: a few hundred cells. */
const rowsAtOnce = 3;

export const OutputLayer = (box: Box): React.ReactNode => {
  const { metrics, palette, messages, computation, state, active } = useStage();
  const row = state.tokens.length - 1;
  const u = computation.matrix({ matrix: 'unembedding' });
  const rows = useSoFar(u.rows, rowsAtOnce);
  const layout = outputLayout(box, metrics, { dModel: u.rows, vocabulary: u.cols });
  const best = predictionsOf(state.vocabulary, selectTrace(state), row, bestCount).map(
    ({ token }) => tokenId(state.vocabulary, token),
  );
  return (
    <g>
      <Input layout={layout} />
      {rows > 0 && (
        <Unembedding
          u={u}
          rows={rows}
          bias={computation.matrix({ matrix: 'unembeddingBias' })}
          layout={layout}
          palette={palette}
          domain={selectDomain(state, 'unembedding')}
          vocabulary={state.vocabulary}
          messages={messages}
          transposed={metrics.mirrored}
          entryRow={active?.matrix === 'unembedding' ? active.row : 0}
          entryCol={ofVocabulary(active) ?? 0}
        />
      )}
      <LogitBars layout={layout} best={best} />
      <ShareBars layout={layout} best={best} />
      <Characters layout={layout} best={best} />
      <ColumnBeams layout={layout} />
      <Names layout={layout} />
      <ShareTable layout={layout} best={best} />
    </g>
  );
};
