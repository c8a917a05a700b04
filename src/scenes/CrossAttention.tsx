/** Step `cross-attention`: queries from one input, keys and values from another, so the scores are a rectangle. */
import { selectCrossTokens } from '../store/index.ts';
import { MatrixName, textWidth, type FalkLayout } from '../viz/index.ts';
import { Note } from './stage/Note.tsx';
import { ScoresFalk } from './stage/ScoresFalk.tsx';
import { useStage } from './stage/StageContext.tsx';

/** Which input makes what and how long it is, in the corner that the cross leaves free; left out where it does not fit. */
const Sources = ({ layout }: { readonly layout: FalkLayout }): React.ReactNode => {
  const { metrics, palette, state, messages } = useStage();
  const { queries, keys } = selectCrossTokens(state);
  const { ui } = messages;
  const [asks = '', asked = ''] = ui.crossInputs(state.beat === 1);
  const size = metrics.label;
  const left = Math.max(2, layout.left.x - metrics.chipWidth - metrics.band - metrics.bandGap);
  // The name of Kᵀ stands at the right end of the corner.
  const room = layout.right.x - metrics.name * 3.4 - left;
  const pitch = size * 1.6;
  const top = layout.right.y - metrics.chipHeight + size;
  const height = layout.left.y - metrics.name * 1.8 - top;
  const fits = (lines: number, texts: readonly string[]): boolean =>
    (lines + 0.5) * pitch <= height && texts.every((text) => textWidth(text, size) <= room);
  const inputs = [
    { name: `${asks} ${ui.gives('Q')}`, notation: 'n_q', rows: queries.length },
    { name: `${asked} ${ui.gives('K, V')}`, notation: 'n_k', rows: keys.length },
  ];
  const names = inputs.map(({ name }) => name);
  if (layout.arrangement !== 'cross' || !fits(4, names)) return null;
  return (
    <>
      {inputs.map(({ name, notation, rows }, index) => (
        <g key={notation}>
          <Note x={left} y={top + index * 2 * pitch} tone="ink" bold>
            {name}
          </Note>
          <MatrixName
            notation={notation}
            note={`= ${rows}`}
            x={left}
            y={top + (index * 2 + 1) * pitch}
            metrics={{ ...metrics, name: size * 1.25 }}
            palette={palette}
          />
        </g>
      ))}
      {fits(7, [...names, ...ui.stableDiffusion]) &&
        ui.stableDiffusion.map((text, index) => (
          <Note key={text} x={left} y={top + (index + 4.5) * pitch} tone="ink2">
            {text}
          </Note>
        ))}
    </>
  );
};

export const CrossAttention = (): React.ReactNode => (
  <ScoresFalk
    {...selectCrossTokens(useStage().state)}
    beside={(layout) => <Sources layout={layout} />}
  />
);
