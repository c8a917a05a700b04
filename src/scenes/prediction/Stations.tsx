/** Buttons on the chain that open its stations. */
import { ChevronRight } from 'lucide-react';
import { beatIndex } from '../../walkthrough/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import type { StationBox } from './chain-layout.ts';
import styles from './Stations.module.css';
import { stopName } from './stops.ts';
import { useFocusAfterPress, type Pressing } from './useFocusAfterPress.ts';

export const Stations = ({
  stations,
  pressed,
  onPress,
}: Pressing & { readonly stations: readonly StationBox[] }): React.ReactNode => {
  const { state, metrics, messages } = useStage();
  const first = useFocusAfterPress(pressed);
  return stations.map(({ stop, form, x, y, width, height }, index) => {
    const name = stopName(stop, messages);
    return (
      <button
        key={stop}
        type="button"
        ref={index === 0 ? first : undefined}
        className={styles['station']}
        data-form={form}
        data-opens={stop}
        aria-label={messages.ui.openStop(`${index + 1} ${name}`)}
        style={{ left: x, top: y, width, height, fontSize: metrics.label }}
        onClick={() => {
          onPress();
          state.goToBeat(beatIndex('prediction', stop));
        }}
      >
        <span>{name}</span>
        <ChevronRight aria-hidden="true" />
      </button>
    );
  });
};
