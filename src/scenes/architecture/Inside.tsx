/** Inside masked multi-head attention, and inside one head; on the way there the block grows until it fills the stage, and its inside with it. */
import type { Box } from '../../viz/index.ts';
import { useFrame } from '../../frame/index.ts';
import { currentBeat } from '../../store/index.ts';
import { openedAt } from '../../walkthrough/index.ts';
import { sourceMatrix } from '../stage/source.ts';
import { Canvas } from '../stage/Stage.tsx';
import { useStage, type StageValue } from '../stage/StageContext.tsx';
import { wholeIn } from './Architecture.tsx';
import { BlockButtons } from './BlockButtons.tsx';
import { boxThrough, fitInto, zoomInto } from './box.ts';
import { cardLayout } from './card-layout.ts';
import type { Diagram } from './pieces.ts';
import { DiagramOf } from './Diagram.tsx';
import { layOutAttention } from './attention-layout.ts';
import { layOutHead } from './head-layout.ts';
import type { Inside as InsideOf } from './levels.ts';

/** The picture inside the block that is open, and the one that the block stands in, which only the way there shows. */
const picturesAt = (
  stage: StageValue,
  area: Box,
): { readonly inner: Diagram; readonly outer: () => Diagram } => {
  const { metrics, state, messages } = stage;
  const { nHeads, head } = state;
  const inside: InsideOf = {
    area,
    metrics,
    names: messages.ui.blocks,
    nHeads,
    head,
    shapeOf: (source) => sourceMatrix(stage, source),
  };
  return openedAt(currentBeat(state).id)?.id === 'attention'
    ? { inner: layOutAttention(inside), outer: () => wholeIn(stage, area) }
    : { inner: layOutHead(inside), outer: () => layOutAttention(inside) };
};

/** The open block's own frame. */
const Host = ({ box }: { readonly box: Box }): React.ReactNode => {
  const { palette, metrics } = useStage();
  return (
    <rect
      {...box}
      rx={8}
      fill={palette.paper}
      stroke={palette.ink}
      strokeWidth={2 * metrics.stroke}
    />
  );
};

export const Inside = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, state, moment } = stage;
  const { figure: area } = cardLayout(size, metrics, useFrame().kind);
  const pictures = picturesAt(stage, area);
  const { inner } = pictures;
  const part = moment?.part ?? 1;
  const outer = part < 1 ? pictures.outer() : null;
  const opened = openedAt(currentBeat(state).id)?.id;
  // At rest the block is as large as its frame.
  const from = outer?.blocks.find(({ block }) => block.id === opened) ?? area;
  const camera = zoomInto(from, area, part);
  const host = boxThrough(camera, from);
  return (
    <>
      <Canvas size={size}>
        {outer && (
          <DiagramOf
            diagram={outer}
            camera={camera}
            clip={area}
            scale={host.width / from.width}
            // The whole figure is left as a language model has it.
            faded={1}
            opening={part > 0 ? opened : undefined}
          />
        )}
        {part > 0 && (
          <>
            <Host box={host} />
            <DiagramOf
              diagram={inner}
              camera={fitInto(area, host)}
              clip={host}
              scale={host.height / area.height}
            />
          </>
        )}
      </Canvas>
      {moment === null && <BlockButtons blocks={inner.blocks} />}
    </>
  );
};
