/** Step `scores`: Q·Kᵀ, one score for every pair; the row asks, the column is asked. */
import { Falk } from './stage/Falk.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

export const Scores = (): React.ReactNode => {
  const { size, state, messages } = useStage();
  const { head, tokens } = state;
  return (
    <Canvas size={size}>
      <Falk
        left={{ matrix: 'q', head, notation: 'Q', caption: messages.ui.asks, round: true }}
        right={{
          matrix: 'k',
          head,
          transposed: true,
          notation: 'K^T',
          caption: messages.ui.isAsked,
          round: true,
        }}
        product={{ matrix: 'scores', head, notation: 'S = QK^T' }}
        rowTokens={tokens}
        colTokens={tokens}
      />
    </Canvas>
  );
};
