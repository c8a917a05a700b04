/** The pipeline in nine stations with live thumbnails; a click opens the station's step. */
import { isHeadMatrix } from '../attention/index.ts';
import type { DecoderMatrixName } from '../decoder/index.ts';
import { useStillState, useFrame } from '../frame/index.ts';
import type { Matrix } from '../math/index.ts';
import {
  isChanged,
  ruleOf,
  selectDomain,
  selectLitNodes,
  selectTrace,
  type Store,
} from '../store/index.ts';
import { Thumb } from '../viz/index.ts';
import { nodes, stepIndex, stepOf, type NodeId } from '../walkthrough/index.ts';
import styles from './PipelineMap.module.css';
import { MathSymbol } from './Symbol.tsx';

const pixel = 7;

/** As large as a station has room for; beyond it cells are smaller. */
const room = { width: 9 * pixel, height: 40 } as const;

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
  const lit = selectLitNodes(state);
  /** Whether the last change reached a station. */
  const isReached = (node: NodeId): boolean =>
    thumbsOf(state, node).some(({ name }) =>
      isChanged(state, { matrix: name, ...(isHeadMatrix(name) ? { head: state.head } : {}) }),
    );
  return (
    <nav className={styles['map']} aria-label={messages.ui.map}>
      <ol>
        {nodes.map(({ id, opens }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['node']}
              aria-current={id === current ? 'step' : undefined}
              data-reached={isReached(id) ? '' : undefined}
              data-lit={lit.includes(id) ? '' : undefined}
              data-future={stepIndex(opens) > here && id !== current ? '' : undefined}
              ref={id === current ? keepInSight : undefined}
              onClick={() => state.goTo(opens)}
            >
              <span className={styles['thumbs']}>
                {thumbsOf(state, id).map(({ name, matrix }) => (
                  <Thumb
                    key={name}
                    name={name}
                    width={Math.min(matrix.cols * pixel, room.width)}
                    height={Math.min(matrix.rows * pixel, room.height)}
                    matrix={matrix}
                    rule={ruleOf(name)}
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
