/** Q·Kᵀ of the selected head, for one sentence or for two inputs: the row asks, the column is asked. */
import { Falk, type FalkProps } from './Falk.tsx';
import { Canvas } from './Stage.tsx';
import { useStage } from './StageContext.tsx';

export const ScoresFalk = ({
  queries,
  keys,
  beside,
}: {
  /** The tokens that ask, and the tokens that are asked. */
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  readonly beside?: FalkProps['beside'];
}): React.ReactNode => {
  const { size, state, messages } = useStage();
  const { head } = state;
  const { asks, isAsked } = messages.ui;
  return (
    <Canvas size={size}>
      <Falk
        left={{ matrix: 'q', head, notation: 'Q', caption: asks, round: true }}
        right={{
          matrix: 'k',
          head,
          transposed: true,
          notation: 'K^T',
          caption: isAsked,
          round: true,
        }}
        product={{ matrix: 'scores', head, notation: 'S' }}
        rowTokens={queries}
        colTokens={keys}
        beside={beside}
      />
    </Canvas>
  );
};
