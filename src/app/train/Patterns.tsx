/** The attention weights of every head for the chosen beginning, as they form. */
import { useMemo, useRef } from 'react';
import { useFrame, useSize } from '../../frame/index.ts';
import { at, type Matrix } from '../../math/index.ts';
import { charactersOf, trainedHeads } from '../../training/index.ts';
import { decode, type DecoderTrace } from '../../decoder/index.ts';
import { tokenIds } from '../../example/index.ts';
import { inkOn, mix, numeral, shareFill, tokenHue, type Palette } from '../../viz/index.ts';
import { useRoom, useSession } from './room.ts';
import styles from './Patterns.module.css';

/** What the model as it stands makes of the chosen beginning. */
export const usePromptTrace = (): {
  readonly tokens: readonly string[];
  readonly trace: DecoderTrace;
} => {
  const prompt = useSession((state) => state.prompt);
  const parameters = useSession((state) => state.run.parameters);
  const vocabulary = useSession((state) => state.material.vocabulary);
  return useMemo(() => {
    const tokens = charactersOf(prompt);
    return { tokens, trace: decode(parameters, trainedHeads, tokenIds(vocabulary, tokens)) };
  }, [prompt, parameters, vocabulary]);
};

/** Smaller cells have no room for their numbers. */
const leastNumbered = 30;

interface PatternProps {
  readonly weights: Matrix;
  readonly tokens: readonly string[];
  readonly palette: Palette;
  readonly width: number;
  readonly label: string;
}

/** The width of a cell, and of the letters in front of the rows and above the columns. */
interface Grid {
  readonly cell: number;
  readonly edge: number;
}

/** A letter and its band need this much, however small the cells are. */
const leastEdge = 22;

/** A cell narrower than its letter pushes the letters into each other. */
const leastCell = 13;

const Letters = ({
  tokens,
  palette,
  cell,
  edge,
}: Pick<PatternProps, 'tokens' | 'palette'> & Grid): React.ReactNode => {
  const text = {
    fontSize: Math.max(11, Math.min(cell, edge) * 0.5),
    fill: palette.ink,
    textAnchor: 'middle',
  } as const;
  const middle = (edge - 6) / 2;
  const [start, thick] = [edge - 6, 4];
  return tokens.map((token, i) => (
    <g key={`${i}${token}`}>
      <text x={middle} y={edge + (i + 0.5) * cell} dy="0.36em" {...text}>
        {token}
      </text>
      <rect
        x={start}
        y={edge + i * cell + 1}
        width={thick}
        height={cell - 2}
        fill={tokenHue(palette, i)}
      />
      <text x={edge + (i + 0.5) * cell} y={middle} dy="0.36em" {...text}>
        {token}
      </text>
      <rect
        x={edge + i * cell + 1}
        y={start}
        width={cell - 2}
        height={thick}
        fill={tokenHue(palette, i)}
      />
    </g>
  ));
};

const Pattern = ({ weights, tokens, palette, width, label }: PatternProps): React.ReactNode => {
  const n = tokens.length;
  const edge = Math.max(leastEdge, width / (n + 1));
  const cell = (width - edge) / n;
  return (
    <svg width={width} height={width} role="img" aria-label={label}>
      <Letters tokens={tokens} palette={palette} cell={cell} edge={edge} />
      {Array.from({ length: n * n }, (_, index) => {
        const [row, col] = [Math.floor(index / n), index % n];
        const blocked = col > row;
        const value = at(weights, row, col);
        const fill = blocked ? mix(palette.paper, palette.hatch, 0.3) : shareFill(palette, value);
        return (
          <g key={index}>
            <rect
              x={edge + col * cell + 1}
              y={edge + row * cell + 1}
              width={cell - 2}
              height={cell - 2}
              rx={3}
              fill={fill}
              className={styles['cell']}
            />
            {!blocked && cell >= leastNumbered && (
              <text
                x={edge + (col + 0.5) * cell}
                y={edge + (row + 0.5) * cell}
                dy="0.36em"
                textAnchor="middle"
                fontSize={Math.min(14, cell * 0.36)}
                fill={inkOn(fill)}
              >
                {numeral(value)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};

/** Wider patterns would push the rest off the screen. */
const widest = 300;
const gap = 16;

export const Patterns = (): React.ReactNode => {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { palette } = useFrame();
  const { texts } = useRoom();
  const { tokens, trace } = usePromptTrace();
  const { heads } = trace.attention;
  const beside = size ? (size.width - gap * (heads.length - 1)) / heads.length : 0;
  // Below each other where there would be no room for the letters beside each other.
  const stacked = (beside - leastEdge) / tokens.length < leastCell;
  const width = Math.min(widest, stacked ? (size?.width ?? 0) : beside);
  return (
    <section className={styles['patterns']}>
      <h2>
        {texts.attention} <small>{texts.rowsAsk}</small>
      </h2>
      <div
        ref={frame}
        className={styles['row']}
        data-stacked={stacked ? '' : undefined}
        style={{ gap }}
      >
        {width > 0 &&
          heads.map(({ weights }, head) => (
            <figure key={head}>
              <Pattern
                weights={weights}
                tokens={tokens}
                palette={palette}
                width={width}
                label={texts.patternLabel(head + 1)}
              />
              <figcaption>{texts.headName(head + 1)}</figcaption>
            </figure>
          ))}
      </div>
    </section>
  );
};
