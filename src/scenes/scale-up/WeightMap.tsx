/** The causal weights of one head at GPT‑3's context length, computed here, from the whole down to single cells. */
import { useMemo, useState } from 'react';
import { useFrame } from '../../frame/index.ts';
import { gpt3, scaleUpTextsOf } from '../../i18n/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { largestCell, layOutMap } from './map-layout.ts';
import { MapPanel } from './MapPanel.tsx';
import { MapWindow } from './MapWindow.tsx';
import { runJob, type RunJob } from './run-job.ts';
import { useWeights } from './useWeights.ts';
import { within, type MapCell, type View } from './view.ts';

const dK = gpt3.dModel / gpt3.nHeads;

export interface WeightMapProps {
  readonly n?: number;
  readonly run?: RunJob;
}

export const WeightMap = ({
  n = gpt3.contextLength,
  run = runJob,
}: WeightMapProps): React.ReactNode => {
  const { size, metrics, palette } = useStage();
  const texts = scaleUpTextsOf(useFrame().language);
  const weights = useWeights(n, dK, run);
  const [wanted, setWanted] = useState<View>({ cell: 0, x: 0, y: 0 });
  const [cell, setCell] = useState<MapCell | null>(null);
  const { side, left, top, panel } = layOutMap(size, metrics);
  const most = largestCell(metrics);
  const bounds = useMemo(() => ({ n, side, most }), [n, side, most]);
  const view = useMemo(() => within(wanted, bounds), [wanted, bounds]);
  const choose = (next: MapCell | null): void => {
    if (next?.row !== cell?.row || next?.col !== cell?.col) setCell(next);
  };
  const control = { bounds, view, onView: setWanted, cell, onCell: choose };
  return (
    <>
      <Canvas size={size}>
        <rect
          x={left - 1}
          y={top - 1}
          width={side + 2}
          height={side + 2}
          fill="none"
          stroke={palette.hair2}
        />
      </Canvas>
      <MapWindow {...control} {...weights} {...{ left, top, texts }} />
      <MapPanel {...control} {...weights} {...{ texts, dK }} box={panel} />
    </>
  );
};
