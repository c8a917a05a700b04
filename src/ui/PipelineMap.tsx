/** The pipeline in nine stations with live thumbnails; a click opens the station's step. */
import { memo } from 'react';
import type { DecoderMatrixName } from '../decoder/index.ts';
import { useStillState, useFrame } from '../frame/index.ts';
import { at, type Matrix } from '../math/index.ts';
import { ruleOf, selectDomain, selectTrace, type Store } from '../store/index.ts';
import { paintCell, tokenHue, type Palette } from '../viz/index.ts';
import { nodes, stepIndex, stepOf, type NodeId } from '../walkthrough/index.ts';
import styles from './PipelineMap.module.css';
import { MathSymbol } from './Symbol.tsx';

interface ThumbProps {
  readonly name: DecoderMatrixName;
  readonly matrix: Matrix;
  readonly domain: number;
  readonly palette: Palette;
  readonly byToken: boolean;
}

const pixel = 7;

/** A matrix at a few pixels a cell. */
const Thumb = memo(({ name, matrix, domain, palette, byToken }: ThumbProps): React.ReactNode => {
  const rule = ruleOf(name);
  return (
    <svg
      data-thumb={name}
      width={matrix.cols * pixel}
      height={matrix.rows * pixel}
      viewBox={`0 0 ${matrix.cols} ${matrix.rows}`}
      aria-hidden="true"
    >
      {Array.from({ length: matrix.rows * matrix.cols }, (_, index) => {
        const row = Math.floor(index / matrix.cols);
        const col = index % matrix.cols;
        const options = {
          palette,
          rule,
          domain,
          hue: byToken ? tokenHue(palette, row) : null,
          round: false,
        } as const;
        const { form, colour } = paintCell(options, at(matrix, row, col), 'plain');
        return (
          <rect
            key={index}
            x={col}
            y={row}
            width={1.02}
            height={1.02}
            fill={colour}
            fillOpacity={form === 'hatch' ? 0.4 : 1}
          />
        );
      })}
    </svg>
  );
});

/** The matrices of a station, in the current head. */
const thumbsOf = (
  state: Store,
  node: NodeId,
): readonly { readonly name: DecoderMatrixName; readonly matrix: Matrix }[] => {
  const trace = selectTrace(state);
  const head = trace.attention.heads[state.head];
  if (!head) return [];
  const byNode: Readonly<Record<NodeId, readonly { name: DecoderMatrixName; matrix: Matrix }[]>> = {
    x: [{ name: 'x', matrix: trace.x }],
    qkv: [
      { name: 'q', matrix: head.q },
      { name: 'k', matrix: head.k },
      { name: 'v', matrix: head.v },
    ],
    scores: [{ name: 'scores', matrix: head.scores }],
    scaled: [{ name: 'scaled', matrix: head.scaled }],
    mask: [{ name: 'masked', matrix: head.masked }],
    softmax: [{ name: 'weights', matrix: head.weights }],
    context: [{ name: 'context', matrix: head.context }],
    concat: [{ name: 'concat', matrix: trace.attention.concat }],
    prediction: [{ name: 'z', matrix: trace.z }],
  };
  return byNode[node];
};

const symbols: Readonly<Partial<Record<NodeId, string>>> = {
  x: 'X',
  qkv: 'Q K V',
  scores: 'QK^T',
  scaled: '÷√d_k',
  softmax: 'softmax',
  context: '· V',
};

const NodeLabel = ({ node }: { readonly node: NodeId }): React.ReactNode => {
  const { messages } = useFrame();
  const symbol = symbols[node];
  return symbol === undefined ? messages.ui.nodes[node] : <MathSymbol notation={symbol} />;
};

export const PipelineMap = (): React.ReactNode => {
  const state = useStillState();
  const { palette, messages } = useFrame();
  const current = stepOf(state.step).node;
  const here = stepIndex(state.step);
  return (
    <nav className={styles['map']} aria-label={messages.ui.map}>
      <ol>
        {nodes.map(({ id, opens }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['node']}
              aria-current={id === current ? 'step' : undefined}
              data-future={stepIndex(opens) > here && id !== current ? '' : undefined}
              ref={id === current ? keepInSight : undefined}
              onClick={() => state.goTo(opens)}
            >
              <span className={styles['thumbs']}>
                {thumbsOf(state, id).map(({ name, matrix }) => (
                  <Thumb
                    key={name}
                    name={name}
                    matrix={matrix}
                    domain={selectDomain(state, name)}
                    palette={palette}
                    byToken={state.fill === 'token'}
                  />
                ))}
              </span>
              <span className={styles['label']}>
                <NodeLabel node={id} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** Scrolls only the map, never the page, so that the current station is in the middle of a narrow screen; in the next frame, where nothing has to be laid out for the question. */
const keepInSight = (element: HTMLElement | null): (() => void) => {
  const frame = requestAnimationFrame(() => {
    const scroller = element?.closest('nav');
    if (!element || !scroller || scroller.scrollWidth <= scroller.clientWidth) return;
    const middle =
      element.getBoundingClientRect().left +
      element.offsetWidth / 2 -
      scroller.getBoundingClientRect().left;
    scroller.scrollLeft += middle - scroller.clientWidth / 2;
  });
  return () => cancelAnimationFrame(frame);
};
