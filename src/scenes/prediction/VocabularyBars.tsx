/** Logits and shares of the whole vocabulary as bars, each below its own column of U. */
import { percent } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage, type StageValue } from '../stage/StageContext.tsx';
import { barFill } from './bar-fill.ts';
import { rangeWithZero } from './normalising.ts';
import { columnOf, movedApart, type OutputLayout } from './output-layout.ts';
import { OwnCells } from './OwnCells.tsx';

interface BarsProps {
  readonly layout: OutputLayout;
  /** The best tokens, best first. */
  readonly best: readonly number[];
}

/** How strong bars are filled: their length is their size. */
const barShade = { best: 1, others: 0.5 } as const;

/** The last row of one of the matrices that have a column for every token. */
const lastRowOf = (
  { computation, state }: StageValue,
  matrix: 'logits' | 'probabilities',
): readonly number[] => {
  const { cols, data } = computation.matrix({ matrix });
  const row = state.tokens.length - 1;
  return [...data.subarray(row * cols, (row + 1) * cols)];
};

/** How far below the top of its chart a logit stands; in a mirrored one the greatest stand lowest, which is to the right. */
const logitDepth = (
  { logitsHeight }: OutputLayout,
  logits: readonly number[],
  mirrored = false,
): ((logit: number) => number) => {
  const [least, most] = rangeWithZero(logits);
  return (logit) =>
    ((mirrored ? logit - least : most - logit) / Math.max(most - least, 1e-9)) * logitsHeight;
};

/** What the cells of both charts are called, and where Tab enters them. */
const useCalled = () => {
  const { state, messages, active, home, metrics } = useStage();
  const row = state.tokens.length - 1;
  const { vocabulary, tokens } = state;
  return {
    messages,
    transposed: metrics.mirrored,
    rows: [row],
    rowName: () => `${row + 1} ${tokens[row] ?? ''}`,
    colName: (col: number) => `${col + 1} ${vocabulary[col] ?? ''}`,
    entry: { row, col: ofVocabulary(active) ?? home?.col ?? 0 },
  };
};

const withTokenColumns: ReadonlySet<string> = new Set([
  'logits',
  'probabilities',
  'unembedding',
  'unembeddingBias',
]);

/** The token that a cell belongs to; null where its column is none. */
export const ofVocabulary = (cell: StageValue['active']): number | null =>
  cell && withTokenColumns.has(cell.matrix) ? cell.col : null;

export const LogitBars = ({ layout, best }: BarsProps): React.ReactNode => {
  const stage = useStage();
  const { computation, palette, moment, partial, metrics } = stage;
  const called = useCalled();
  const depth = logitDepth(layout, lastRowOf(stage, 'logits'), metrics.mirrored);
  /** The one under way is as tall as its terms that have landed. */
  const soFar = (row: number, col: number, value: number): number => {
    if (moment?.cell?.col === col) return partial ?? value;
    return value * (moment?.shown(row, col) ?? 1);
  };
  return (
    <>
      <OwnCells
        {...called}
        name="logits"
        matrix={computation.matrix({ matrix: 'logits' })}
        boxOf={(_, col) => {
          const { line, x } = columnOf(layout, col);
          return { x, y: line.logits, width: layout.pitch, height: layout.logitsHeight };
        }}
        draw={(row, col, value) => {
          const { line, x } = columnOf(layout, col);
          const drawn = soFar(row, col, value);
          return (
            <rect
              x={x}
              y={line.logits + Math.min(depth(0), depth(drawn))}
              width={layout.pitch - (layout.pitch >= 5 ? 1 : 0.5)}
              height={Math.abs(depth(drawn) - depth(0))}
              fill={barFill(palette, drawn, best.includes(col) ? barShade.best : barShade.others)}
            />
          );
        }}
      />
      {layout.lines.map(({ logits, count, from }) => (
        <path
          key={from}
          d={`M${layout.left} ${logits + depth(0)}h${count * layout.pitch}`}
          stroke={palette.ink3}
          strokeWidth={metrics.stroke}
        />
      ))}
    </>
  );
};

export const ShareBars = ({ layout, best }: BarsProps): React.ReactNode => {
  const stage = useStage();
  const { computation, palette, moment, metrics } = stage;
  const called = useCalled();
  const { pitch, sharesHeight, left, lines } = layout;
  const grown = moment?.part ?? 1;
  const [first = 0] = best;
  const share = lastRowOf(stage, 'probabilities')[first] ?? 0;
  const column = columnOf(layout, first);
  const { label, mirrored = false } = metrics;
  // Beside the end of the bar, within the chart.
  const percentAt = mirrored
    ? Math.max(sharesHeight * share - label * 1.4, label)
    : Math.min(sharesHeight * (1 - share) + label * 0.8, sharesHeight - label * 0.3);
  const toLeft = column.x + pitch + metrics.label * 3 > left + column.line.count * pitch;
  return (
    <>
      <OwnCells
        {...called}
        name="probabilities"
        matrix={computation.matrix({ matrix: 'probabilities' })}
        boxOf={(_, col) => {
          const { line, x } = columnOf(layout, col);
          return { x, y: line.shares, width: pitch, height: sharesHeight };
        }}
        draw={(_, col, value) => {
          const { line, x } = columnOf(layout, col);
          const tall = value * grown * sharesHeight;
          return (
            <rect
              x={x}
              y={line.shares + (metrics.mirrored ? 0 : sharesHeight - tall)}
              width={pitch - (pitch >= 5 ? 1 : 0.5)}
              height={tall}
              fill={col === first ? palette.ink : palette.ink3}
            />
          );
        }}
      />
      {lines.map(({ shares, count, from }) => (
        <path
          key={from}
          d={`M${left} ${shares + (metrics.mirrored ? 0 : sharesHeight)}h${count * pitch}`}
          stroke={palette.ink3}
          strokeWidth={metrics.stroke}
        />
      ))}
      {grown === 1 && (
        <Note
          x={toLeft ? column.x - metrics.label * 0.3 : column.x + pitch + metrics.label * 0.3}
          y={column.line.shares + percentAt}
          anchor={toLeft ? 'end' : 'start'}
          tone="ink"
          bold
        >
          {percent(share)}
        </Note>
      )}
    </>
  );
};

/** The characters of the best above their bars, and of the one that is explained; a line leads to a bar that its character had to move from. */
export const Characters = ({ layout, best }: BarsProps): React.ReactNode => {
  const stage = useStage();
  const { metrics, palette, state, active, moment } = stage;
  const row = state.tokens.length - 1;
  const logits = lastRowOf(stage, 'logits');
  const depth = logitDepth(layout, logits, metrics.mirrored);
  const own = ofVocabulary(active);
  const named = [...new Set([...best, ...(own === null ? [] : [own])])].filter(
    (token) => token === own || (moment?.shown(row, token) ?? 1) === 1,
  );
  const size = metrics.small;
  return layout.lines.map((line) => {
    const here = named.filter((token) => columnOf(layout, token).line === line);
    const middles = here.map((token) => columnOf(layout, token).x + layout.pitch / 2);
    const ends = [layout.left, layout.left + line.count * layout.pitch] as const;
    const places = movedApart(middles, size * 1.15, ends);
    const base = line.logits - metrics.label * 0.4;
    return here.map((token, index) => (
      <g key={token} pointerEvents="none" aria-hidden="true">
        <path
          d={`M${places[index]} ${base + 2}L${middles[index]} ${Math.max(base + 2, line.logits + Math.min(depth(0), depth(logits[token] ?? 0)) - 1)}`}
          stroke={palette.ink3}
          strokeWidth={0.8 * metrics.stroke}
        />
        <Note
          x={places[index] ?? 0}
          y={base}
          anchor="middle"
          tone="ink"
          bold={token === best[0] || token === own}
          size={size}
        >
          {state.vocabulary[token]}
        </Note>
      </g>
    ));
  });
};
