/** The reader chooses who asks: the sentence as a row of chips, or as a list where it is long or a row has no room. */
import { useId } from 'react';
import { mix, tokenHue } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { chipSide, mostChips, type RolesLayout } from './layout.ts';
import styles from './Roles.module.css';

export interface AskerProps {
  readonly place: RolesLayout['choice'];
  /** The row that asks. */
  readonly row: number;
}

const Chips = ({ row }: { readonly row: number }): React.ReactNode => {
  const { state, metrics, palette, messages } = useStage();
  const name = useId();
  const side = chipSide(metrics);
  return state.tokens.map((token, index) => (
    <label key={index} style={{ width: side, height: side }}>
      <input
        type="radio"
        name={name}
        value={index}
        checked={index === row}
        aria-label={messages.ui.tokenAsks(token)}
        onChange={() => state.letAsk(index)}
      />
      <span
        style={{
          background: mix(palette.paper, tokenHue(palette, index), palette.chipTint),
          borderBottomColor: tokenHue(palette, index),
        }}
      >
        <b>{token}</b>
      </span>
    </label>
  ));
};

const List = ({ row }: { readonly row: number }): React.ReactNode => {
  const { state, messages } = useStage();
  return (
    <select
      aria-label={messages.ui.whoAsks}
      value={row}
      onChange={(event) => state.letAsk(Number(event.target.value))}
    >
      {state.tokens.map((token, index) => (
        <option key={index} value={index}>{`${index + 1} ${token}`}</option>
      ))}
    </select>
  );
};

export const Asker = ({ place, row }: AskerProps): React.ReactNode => {
  const { state, metrics, messages } = useStage();
  const { ui } = messages;
  return (
    <fieldset
      className={styles['asker']}
      aria-label={ui.whoAsks}
      style={{ left: place.x, top: place.y, maxWidth: place.width, fontSize: metrics.small }}
    >
      {place.titled && !metrics.mirrored && (
        <span aria-hidden="true" style={{ fontSize: metrics.label }}>
          {ui.whoAsks}
        </span>
      )}
      {metrics.mirrored || state.tokens.length > mostChips ? (
        <List row={row} />
      ) : (
        <Chips row={row} />
      )}
    </fieldset>
  );
};
