/** Switches for what the model is made of, each with what the model would answer if it were pressed. */
import {
  predictionsOf,
  selectAttentionOff,
  selectPredicts,
  selectTrace,
  toggled,
  type State,
} from '../../store/index.ts';
import { percent, textWidth, type Metrics, type Box } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import styles from './Switches.module.css';

interface Switch {
  readonly key: string;
  readonly name: string;
  readonly off: boolean;
  /** The state after pressing it. */
  readonly pressed: Partial<Pick<State, 'headsOff' | 'positions'>>;
  readonly press: () => void;
}

const useSwitches = (): readonly Switch[] => {
  const { state, messages } = useStage();
  const { ui } = messages;
  const { nHeads, headsOff, positions } = state;
  const attentionOff = selectAttentionOff(state);
  const all = Array.from({ length: nHeads }, (_, head) => head);
  const heads = all.map((head) => ({
    key: `head ${head}`,
    name: ui.headName(head + 1),
    off: headsOff.includes(head),
    pressed: { headsOff: toggled(headsOff, head) },
    press: () => state.toggleHead(head),
  }));
  return [
    ...(nHeads > 1 ? heads : []),
    {
      key: 'attention',
      name: ui.attention,
      off: attentionOff,
      pressed: { headsOff: attentionOff ? [] : all },
      press: () => state.setAttention(attentionOff),
    },
    {
      key: 'positions',
      name: ui.positions,
      off: !positions,
      pressed: { positions: !positions },
      press: () => state.setPositions(!positions),
    },
  ];
};

/** Buttons beside each other in a narrow frame. */
const acrossNarrow = 3;

/** A button's narrowest width in label sizes, with the gap behind it. */
const leastButton = 5.9;

/** Whether the switches' title stands above them in this width, and how tall all of it is. */
export const switchesLayout = (
  { narrow, label }: Metrics,
  {
    count,
    title,
    width,
  }: { readonly count: number; readonly title: string; readonly width: number },
): { readonly titled: boolean; readonly height: number } => {
  const rows = narrow ? Math.ceil(count / acrossNarrow) : 1;
  const titled = narrow || textWidth(title, label) + count * leastButton * label > width;
  return { titled, height: rows * Math.max(50, label * 3.6) + (titled ? label * 2 : 0) };
};

export const Switches = ({ x, y, width, height }: Box): React.ReactNode => {
  const { state, metrics, messages } = useStage();
  const { ui } = messages;
  const switches = useSwitches();
  const { titled } = switchesLayout(metrics, {
    count: switches.length,
    title: ui.switchOff,
    width,
  });
  const row = state.tokens.length - 1;
  const answer = (pressed: Switch['pressed']): string => {
    if (!selectPredicts(state)) return '–';
    const then = { ...state, ...pressed };
    const [best] = predictionsOf(then.vocabulary, selectTrace(then), row, 1);
    return best ? `${best.token} ${percent(best.probability)}` : '–';
  };
  return (
    <div
      className={styles['switches']}
      data-narrow={metrics.narrow ? '' : undefined}
      data-titled={titled ? '' : undefined}
      style={{ left: x, top: y, width, height, fontSize: metrics.label }}
      role="group"
      aria-label={ui.switchOff}
    >
      <span className={styles['title']}>{ui.switchOff}</span>
      {switches.map(({ key, name, off, pressed, press }) => {
        const then = answer(pressed);
        return (
          <button
            key={key}
            type="button"
            aria-pressed={off}
            aria-label={ui.thenGuesses(name, off, then)}
            title={ui.thenGuesses(name, off, then)}
            onClick={press}
            data-switch={key}
          >
            <b>{name}</b>
            <span>
              {off ? '↩' : '→'} {then}
            </span>
          </button>
        );
      })}
    </div>
  );
};
