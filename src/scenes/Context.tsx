/** Step `context`: A·V, one context vector a token; bars say whom each row is mixed from. */
import { chipsAbove, textWidth, type FalkLayout } from '../viz/index.ts';
import { ContextBars } from './stage/ContextBars.tsx';
import { Falk } from './stage/Falk.tsx';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

/** Beside Z on its rows; where these are columns, below Z. */
const Bars = ({
  layout: { product, cell },
  shown,
}: {
  readonly layout: FalkLayout;
  /** How long a whole bar is. */
  readonly shown: number;
}): React.ReactNode => {
  const { size, state, metrics, messages, computation, active, moment, turned } = useStage();
  const { head, tokens } = state;
  const { cols } = computation.matrix({ matrix: 'v', head });
  const { label } = metrics;
  const isOwn = active?.matrix === 'context';
  // On Z's rows, behind them and the gap; or on its columns, below its name.
  const beyond = cols * cell + (turned ? metrics.name * 1.6 : label * 2);
  const x = product.x + (turned ? 0 : beyond);
  const y = product.y + (turned ? beyond : 0);
  // A caption that would run out of the stage ends where the stage does.
  const fits = x + textWidth(messages.ui.mixedFrom, label) <= size.width;
  const beside = fits ? { x } : ({ x: size.width - 2, anchor: 'end' } as const);
  const caption = turned
    ? ({ x: x - label, y: y + label, anchor: 'end' } as const)
    : { ...beside, y: y - label * 0.5 };
  return (
    <>
      <ContextBars
        weights={computation.matrix({ matrix: 'weights', head })}
        tokens={tokens}
        x={x}
        y={y}
        pitch={cell}
        width={shown}
        upright={turned}
        lit={isOwn ? active.row : null}
        onSegment={(row, col) =>
          state.light(
            { term: col, wholeRow: true },
            { matrix: 'context', head, row, col: isOwn ? active.col : 0 },
          )
        }
        grown={moment ? (row) => moment.shown(row, cols - 1) : undefined}
      />
      <Note {...caption}>{messages.ui.mixedFrom}</Note>
    </>
  );
};

export const Context = (): React.ReactNode => {
  const { size, state, metrics, messages, turned } = useStage();
  const { head, tokens } = state;
  const { label } = metrics;
  const wide = size.width >= 640;
  const shown = turned
    ? Math.min(size.height * 0.2, 9 * label)
    : Math.min(size.width * 0.26, 14 * label);
  const room = shown + label * (turned ? 0.5 : 2);
  return (
    <Canvas size={size}>
      <Falk
        left={{ matrix: 'weights', head, notation: 'A' }}
        right={{ matrix: 'v', head, notation: 'V', caption: messages.ui.answers, round: true }}
        product={{ matrix: 'context', head, notation: 'Z' }}
        rowTokens={tokens}
        colTokens={null}
        leftColTokens={tokens}
        rightRowTokens={tokens}
        shape={{
          // V's chips end just above those of A's columns.
          gapY: chipsAbove(metrics) + label * 0.6,
          ...(wide ? { [turned ? 'below' : 'after']: room } : {}),
        }}
        beside={(layout) =>
          wide && layout.arrangement === 'cross' ? <Bars layout={layout} shown={shown} /> : null
        }
      />
    </Canvas>
  );
};
