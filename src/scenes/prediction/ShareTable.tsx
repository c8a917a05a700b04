/** From logits to shares in numbers: the best tokens, all others together, and everything. */
import { explain } from '../../store/index.ts';
import { largeNumeral, MatrixName, numeral, percent } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { tableLine, type OutputLayout } from './output-layout.ts';

/** Width of a column at the least, and of the head of the lines, in label sizes. */
const leastColumn = 5;
const headWidth = 3;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

interface Column {
  readonly head: string;
  /** A token's own logit; sums have none. */
  readonly logit: number | null;
  readonly exponential: number;
  readonly share: number;
  readonly strong: boolean;
}

/** As many of the best as there is room for; the others and the sum are always there. */
const useColumns = (best: readonly number[], room: number): readonly Column[] => {
  const { state, computation, messages } = useStage();
  const row = state.tokens.length - 1;
  const { terms, divisor = 1 } = explain(state, { matrix: 'probabilities', row, col: 0 });
  const { cols, data } = computation.matrix({ matrix: 'logits' });
  const shown = best.slice(0, Math.max(2, room - 2));
  const others = sumOf(terms.flatMap(({ value }, token) => (shown.includes(token) ? [] : [value])));
  const tokens = shown.map((token, place): Column => {
    const exponential = terms[token]?.value ?? 0;
    return {
      head: state.vocabulary[token] ?? '',
      logit: data[row * cols + token] ?? 0,
      exponential,
      share: exponential / divisor,
      strong: place === 0,
    };
  });
  const sum = (head: string, exponential: number): Column => ({
    head,
    logit: null,
    exponential,
    share: exponential / divisor,
    strong: false,
  });
  return [
    ...tokens,
    sum(messages.ui.otherTokens(cols - shown.length), others),
    sum(messages.ui.total, divisor),
  ];
};

export const ShareTable = ({
  layout,
  best,
}: {
  readonly layout: OutputLayout;
  readonly best: readonly number[];
}): React.ReactNode => {
  const { metrics, palette, state, moment } = useStage();
  const { x, y, width, height } = layout.table;
  const { label } = metrics;
  const head = label * headWidth;
  const columns = useColumns(best, Math.floor((width - head) / (label * leastColumn)));
  const pitch = (width - head) / columns.length;
  const line = tableLine(metrics);
  // Mirrored, lines are columns, and their numbers stand in the middle.
  const lineAt = (index: number): number =>
    y + (index + 1) * line - label * (metrics.mirrored ? 1.85 : 0.35);
  const row = state.tokens.length - 1;
  const shift = explain(state, { matrix: 'probabilities', row, col: 0 }).shift;
  const powers = shift === undefined ? 'e^ℓ' : 'e^{ℓ−max}';
  const hasLogits = (moment?.landed ?? Infinity) > 0 && (moment?.shown(row, 0) ?? 1) === 1;
  const hasPowers = (moment?.part ?? 1) > 0;
  const hasShares = (moment?.part ?? 1) === 1;
  if (height === 0) return null;
  return (
    <g>
      <path d={`M${x} ${y}h${width}`} stroke={palette.hair2} strokeWidth={metrics.stroke} />
      {['ℓ', powers, 'p'].map((notation, index) => (
        <MatrixName
          key={notation}
          notation={notation}
          x={x}
          y={lineAt(index + 1)}
          metrics={{ ...metrics, name: label * 1.2 }}
          palette={palette}
        />
      ))}
      {columns.map(({ head: name, logit, exponential, share, strong }, index) => {
        const at = { x: x + head + (index + 0.5) * pitch, anchor: 'middle' as const, bold: strong };
        const tone = strong ? 'ink' : 'ink2';
        return (
          <g key={name}>
            <Note {...at} y={lineAt(0)} tone={logit === null ? 'ink3' : 'ink'}>
              {name}
            </Note>
            {logit !== null && hasLogits && (
              <Note {...at} y={lineAt(1)} tone={tone}>
                {numeral(logit)}
              </Note>
            )}
            {hasPowers && (
              <Note {...at} y={lineAt(2)} tone={tone}>
                {largeNumeral(exponential)}
              </Note>
            )}
            {hasShares && (
              <Note {...at} y={lineAt(3)} tone={tone}>
                {percent(share)}
              </Note>
            )}
          </g>
        );
      })}
    </g>
  );
};
