/** The reader chooses who asks: the sentence as a row of chips. */
import { useId } from 'react';
import { mix, tokenHue } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { chipSide, type RolesLayout } from './layout.ts';
import styles from './Roles.module.css';

export interface AskerProps {
  readonly place: RolesLayout['choice'];
  /** The row that asks. */
  readonly row: number;
}

export const Asker = ({ place, row }: AskerProps): React.ReactNode => {
  const { state, metrics, palette, messages } = useStage();
  const name = useId();
  const { ui } = messages;
  const side = chipSide(metrics);
  return (
    <fieldset
      className={styles['asker']}
      aria-label={ui.whoAsks}
      data-long={state.tokens.length > 8 ? '' : undefined}
      style={{ left: place.x, top: place.y, maxWidth: place.width, fontSize: metrics.small }}
    >
      {place.titled && !metrics.mirrored && (
        <span aria-hidden="true" style={{ fontSize: metrics.label }}>
          {ui.whoAsks}
        </span>
      )}
      {state.tokens.map((token, index) => (
        <label key={index} style={{ width: side, height: side }}>
          <input
            type="radio"
            name={name}
            value={index}
            checked={index === row}
            aria-label={ui.tokenAsks(token)}
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
      ))}
    </fieldset>
  );
};
