/** Step `cross-attention`: queries from one input, keys and values from another, so the scores are a rectangle. */
import { selectCrossTokens } from '../store/index.ts';
import { ScoresFalk } from './stage/ScoresFalk.tsx';
import { useStage } from './stage/StageContext.tsx';

export const CrossAttention = (): React.ReactNode => (
  <ScoresFalk {...selectCrossTokens(useStage().state)} />
);
