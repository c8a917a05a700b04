/** Step `projection`: X·W = Q, and K and V the same way; a row of the product needs only the same row of X. */
import { beatOf, matrixSymbols, stepOf } from '../walkthrough/index.ts';
import { Falk } from './stage/Falk.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

const parametersOf = { q: 'wq', k: 'wk', v: 'wv' } as const;

export const Projection = (): React.ReactNode => {
  const { size, state } = useStage();
  const { makes } = beatOf(stepOf('projection'), state.beat);
  const product = makes === 'k' || makes === 'v' ? makes : 'q';
  const parameters = parametersOf[product];
  const { head } = state;
  return (
    <Canvas size={size}>
      <Falk
        left={{ matrix: 'x', notation: 'X', round: true }}
        right={{ matrix: parameters, head, notation: matrixSymbols[parameters] }}
        product={{
          matrix: product,
          head,
          notation: matrixSymbols[product],
        }}
        sign=" "
        rowTokens={state.tokens}
        colTokens={null}
      />
    </Canvas>
  );
};
