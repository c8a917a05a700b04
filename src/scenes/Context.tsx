/** Step `context`: A·V, one context vector a token; bars say whom each row is mixed from. */
import { textWidth } from '../viz/index.ts';
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
  // A caption that would run out of the stage ends where the stage does.
  const captionAt = (x: number) =>
    x + textWidth(messages.ui.mixedFrom, metrics.label) > size.width
      ? ({ x: size.width - 2, anchor: 'end' } as const)
      : { x };
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
          // V's chips end just above those of A's columns.
          gapY: metrics.chipHeight + metrics.bandGap + metrics.label * 0.6,
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
                {...captionAt(product.x + v.cols * cell + metrics.label * 2)}
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
