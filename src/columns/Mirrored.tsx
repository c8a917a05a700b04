/** A part of the stage that was laid out for rows, mirrored for columns: what lay to the right lies below, and texts stay upright. */
import { useMemo, useState } from 'react';
import type { MirroredProps } from '../frame/index.ts';
import { createJourneys, JourneysContext, StageContext, useStage } from '../scenes/index.ts';
import type { Metrics } from '../viz/index.ts';
import styles from './Mirrored.module.css';

/** A picture narrower than this stacks what stands side by side elsewhere. */
const narrowest = 240;

export const Mirrored = ({ box, children }: MirroredProps): React.ReactNode => {
  const stage = useStage();
  // Here everything has other places than on the rest of the stage.
  const [journeys] = useState(createJourneys);
  const { x, y, width, height } = box;
  const mirrored = useMemo(() => {
    const mirror = (metrics: Metrics): Metrics => ({
      ...metrics,
      chipWidth: metrics.chipHeight,
      chipHeight: metrics.chipWidth,
      narrow: height < narrowest,
      mirrored: true,
      ...(metrics.fine && { fine: mirror(metrics.fine) }),
    });
    return {
      ...stage,
      size: { width: height, height: width },
      turned: false,
      layouts: null,
      metrics: mirror(stage.metrics),
    };
  }, [stage, width, height]);
  return (
    <StageContext value={mirrored}>
      <JourneysContext value={journeys}>
        <div
          className={styles['mirrored']}
          style={{ left: x, top: y, width: height, height: width }}
        >
          {children({ x: 0, y: 0, width: height, height: width })}
        </div>
      </JourneysContext>
    </StageContext>
  );
};
