/** Names of the feed-forward layer's matrices and of what stands between them. */
import { MatrixName } from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { placed, type FeedForwardLayout, type Seat } from './feed-forward-layout.ts';

/** A name in front of a row that flows along. */
const RowName = ({
  layout,
  notation,
  seat,
  banded,
}: {
  layout: FeedForwardLayout;
  notation: string;
  seat: Seat;
  banded: boolean;
}): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { cell, down } = layout;
  const name = metrics.name * 0.78;
  const before = (banded ? metrics.band + metrics.bandGap : 0) + metrics.label * 0.4;
  const at = placed(layout, { u: seat.u - before, v: seat.v + cell / 2 });
  const middle = down ? { x: at.x - name * 0.35, y: at.y } : { x: at.x, y: at.y + name * 0.3 };
  return (
    <MatrixName
      notation={notation}
      {...middle}
      anchor={down ? 'start' : 'end'}
      metrics={{ ...metrics, name }}
      palette={palette}
    />
  );
};

/** A word at the head of the units' line: above it, or in front of it where units are columns. */
const StripName = ({
  layout,
  seat,
  children,
}: {
  layout: FeedForwardLayout;
  seat: Seat;
  children: string;
}): React.ReactNode => {
  const { metrics } = useStage();
  const { cell, down } = layout;
  const at = placed(layout, { u: seat.u + cell / 2, v: seat.v - metrics.label * 0.6 });
  return (
    <Note
      x={at.x}
      y={at.y + (down ? metrics.label * 0.36 : 0)}
      anchor={down ? 'end' : 'middle'}
      tone="ink2"
    >
      {children}
    </Note>
  );
};

export const LayerNames = ({ layout }: { readonly layout: FeedForwardLayout }): React.ReactNode => {
  const { metrics, palette, computation, turned } = useStage();
  const { cell, down, w1, w2, bars } = layout;
  const { rows: dModel, cols: units } = computation.matrix({ matrix: 'w1' });
  const name = { ...metrics, name: metrics.name * 0.85 };
  const beyond = units * cell + metrics.label * 0.6;
  return (
    <>
      <RowName layout={layout} notation={matrixSymbols.y} seat={layout.y} banded />
      <RowName layout={layout} notation={matrixSymbols.b2} seat={layout.b2} banded={false} />
      <RowName
        layout={layout}
        notation={matrixSymbols.feedForward}
        seat={layout.feedForward}
        banded
      />
      <StripName layout={layout} seat={layout.b1}>
        + b₁
      </StripName>
      <StripName layout={layout} seat={layout.activated}>
        ReLU
      </StripName>
      {!down && (
        <StripName layout={layout} seat={{ ...bars, u: bars.u + (bars.length - cell) / 2 }}>
          max(0, ·)
        </StripName>
      )}
      <MatrixName
        notation={down === turned ? 'W_1^T' : 'W_1'}
        note={down ? `${dModel}×${units}` : `${units}×${dModel}`}
        {...(down
          ? { x: w1.v + beyond, y: w1.u + name.name, stacked: true }
          : { x: w1.u, y: w1.v + beyond + name.name * 0.7 })}
        metrics={name}
        palette={palette}
      />
      <MatrixName
        notation={down === turned ? 'W_2' : 'W_2^T'}
        note={down ? `${dModel}×${units}` : `${units}×${dModel}`}
        {...(down
          ? { x: w2.v - metrics.label * 0.8, y: w2.u + name.name, anchor: 'end', stacked: true }
          : { x: w2.u, y: w2.v - metrics.label * 0.95 })}
        metrics={name}
        palette={palette}
      />
    </>
  );
};
