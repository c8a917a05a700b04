/** Step `cross-attention`: queries from one input, keys and values from another, so the scores are a rectangle. */
import { selectCrossTokens } from '../store/index.ts';
import { Falk } from './stage/Falk.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

export const CrossAttention = (): React.ReactNode => {
  const { size, state, messages } = useStage();
  const { head } = state;
  const { queries, keys } = selectCrossTokens(state);
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
        rowTokens={queries}
        colTokens={keys}
      />
    </Canvas>
  );
};
