/** Step `scale-up`: what the same computation costs at GPT‑3's size, and what weights of its size look like. */
import { currentBeat } from '../../store/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { Costs } from './Costs.tsx';
import { WeightMap } from './WeightMap.tsx';

export const ScaleUp = (): React.ReactNode =>
  currentBeat(useStage().state).id === 'map' ? <WeightMap /> : <Costs />;
