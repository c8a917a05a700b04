/** What a cell is in A and in B, and B − A, in one line; what the stage shows of these stands out. */
import { useAppState, useFrame } from '../frame/index.ts';
import { onlyInOf } from '../i18n/index.ts';
import type { StageCell } from '../store/index.ts';
import { numeral } from '../viz/index.ts';
import { heldValues } from './difference.ts';
import styles from './Held.module.css';

export const Held = ({ cell }: { readonly cell: StageCell }): React.ReactNode => {
  const state = useAppState();
  const { language } = useFrame();
  const values = heldValues(state, cell);
  if (!values) return null;
  const only = (values.a === null && 'B') || (values.b === null && 'A');
  return (
    <p className={styles['held']} data-held="">
      {(['a', 'b', 'diff'] as const).map((side) => {
        const value = values[side];
        if (value === null) return null;
        return (
          <span
            key={side}
            data-side={side}
            data-value={String(value)}
            data-shown={side === state.side ? '' : undefined}
          >
            {side === 'diff' ? 'B − A' : side.toUpperCase()} <b>{numeral(value)}</b>
          </span>
        );
      })}
      {only && <span>{onlyInOf(language)(only)}</span>}
    </p>
  );
};
