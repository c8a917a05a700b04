/** What each column is called, and who does what: Q asks, K is asked, V answers. */
import { MatrixName, textWidth, type Metrics } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import type { RolesProps } from './asking.ts';
import { chipSide, listChips, mostChips } from './layout.ts';

interface NameProps {
  readonly notation: string;
  readonly note?: string;
  readonly x: number;
  readonly y: number;
  /** The note is left out where symbol and note are wider than this. */
  readonly room?: number;
  readonly anchor?: 'start' | 'end';
}

const nameWidth = (notation: string, note: string, { name, label }: Metrics): number =>
  name * (notation.includes('_') ? 1.1 : 0.75) + label * 0.7 + textWidth(note, label);

const Name = ({ notation, note, x, y, room, anchor = 'start' }: NameProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const fits =
    note !== undefined && (room === undefined || nameWidth(notation, note, metrics) <= room);
  return (
    <MatrixName
      notation={notation}
      note={fits ? note : undefined}
      x={x}
      y={y}
      anchor={anchor}
      metrics={metrics}
      palette={palette}
    />
  );
};

const NameOfK = ({ layout }: RolesProps): React.ReactNode => {
  const { metrics, messages } = useStage();
  const { nameOfK, k, scores, chips } = layout;
  const place = nameOfK.before
    ? ({ x: k - chips - metrics.label, anchor: 'end' } as const)
    : { x: k, room: scores - k };
  return <Name notation="K" note={messages.ui.isAsked} y={nameOfK.y} {...place} />;
};

const NameOfZ = ({ layout, asking }: RolesProps): React.ReactNode => {
  const { size, metrics, state, messages } = useStage();
  const { nameOfZ, v, span, bands, choice } = layout;
  const notation = `z_{${asking.row + 1}}`;
  const note = messages.ui.broughtHome;
  const named = { notation, note, y: nameOfZ.y };
  if (nameOfZ.before) {
    const end = v - bands - metrics.label;
    // The chips of the choice, or the list in their place, stand on the same line.
    const chips = state.tokens.length > mostChips ? listChips : state.tokens.length;
    const chosen = choice.x + chips * (chipSide(metrics) + 2) + metrics.label;
    return <Name {...named} x={end} anchor="end" room={end - chosen} />;
  }
  return nameWidth(notation, note, metrics) <= size.width - v ? (
    <Name {...named} x={v} />
  ) : (
    <Name {...named} x={v + span} anchor="end" />
  );
};

export const Names = (props: RolesProps): React.ReactNode => {
  const { size, state, messages } = useStage();
  const { layout, asking } = props;
  const { ui } = messages;
  const { above, heading, q, k, scores, weights, v, bands } = layout;
  const index = asking.row + 1;
  const asks = ui.tokenAsks(state.tokens[asking.row] ?? '');
  return (
    <>
      <Name
        notation={`q_{${index}}`}
        note={asks}
        x={q}
        y={heading}
        room={(above ? scores : k - bands) - q}
      />
      <NameOfK {...props} />
      <Name notation={`s_{${index}}`} x={scores} y={heading} />
      <Name
        notation={`a_{${index}}`}
        note={ui.shares}
        x={weights}
        y={heading}
        room={v - weights - bands}
      />
      <Name notation="V" note={ui.answers} x={v} y={heading} room={size.width - v} />
      <NameOfZ {...props} />
    </>
  );
};
