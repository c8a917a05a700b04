/** Step `context`: A·V, one context vector a token; bars say whom each row is mixed from. */
import { ContextBars } from './stage/ContextBars.tsx';
import { Falk } from './stage/Falk.tsx';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

export const Context = (): React.ReactNode => {
  const { size, state, metrics, messages, computation, active, moment } = useStage();
  const { head, tokens } = state;
  const v = computation.matrix({ matrix: 'v', head });
  const weights = computation.matrix({ matrix: 'weights', head });
  const wide = size.width >= 640;
  const bars = wide ? Math.min(size.width * 0.26, 14 * metrics.label) : 0;
  return (
    <Canvas size={size}>
      <Falk
        left={{ matrix: 'weights', head, notation: 'A' }}
        right={{ matrix: 'v', head, notation: 'V', caption: messages.ui.answers, round: true }}
        product={{ matrix: 'context', head, notation: 'Z = AV' }}
        rowTokens={tokens}
        colTokens={null}
        leftColTokens={tokens}
        rightRowTokens={tokens}
        shape={{
          gapY: metrics.chipHeight + metrics.bandGap + metrics.name * 1.4,
          above: metrics.name * 1.35,
          after: wide ? bars + metrics.label * 2 : 0,
        }}
        beside={({ product, cell, arrangement }) =>
          wide && arrangement === 'cross' ? (
            <>
              <ContextBars
                weights={weights}
                tokens={tokens}
                x={product.x + v.cols * cell + metrics.label * 2}
                y={product.y}
                pitch={cell}
                width={bars}
                lit={active?.matrix === 'context' ? active.row : null}
                onSegment={(row, col) =>
                  state.light(
                    { term: col, wholeRow: true },
                    {
                      matrix: 'context',
                      head,
                      row,
                      col: active?.matrix === 'context' ? active.col : 0,
                    },
                  )
                }
                grown={moment ? (row) => moment.shown(row, v.cols - 1) : undefined}
              />
              <Note
                x={product.x + v.cols * cell + metrics.label * 2}
                y={product.y - metrics.label * 0.5}
              >
                {messages.ui.mixedFrom}
              </Note>
            </>
          ) : null
        }
      />
    </Canvas>
  );
};
