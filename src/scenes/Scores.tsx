/** Step `scores`: Q·Kᵀ, one score for every pair of tokens. */
import { ScoresFalk } from './stage/ScoresFalk.tsx';
import { useStage } from './stage/StageContext.tsx';

export const Scores = (): React.ReactNode => {
  const { tokens } = useStage().state;
  return <ScoresFalk queries={tokens} keys={tokens} />;
};
