/** Step `architecture`: the figure of 2017, what language models keep of it, and a zoom into masked multi-head attention and into one head. */
import type { Box } from '../../viz/index.ts';
import { Suspense } from 'react';
import { useFrame } from '../../frame/index.ts';
import { currentBeat } from '../../store/index.ts';
import { openedAt } from '../../walkthrough/index.ts';
import { laterScene } from '../load-later.tsx';
import { Canvas } from '../stage/Stage.tsx';
import { useStage, type StageValue } from '../stage/StageContext.tsx';
import { BlockButtons } from './BlockButtons.tsx';
import { stay } from './box.ts';
import { cardLayout } from './card-layout.ts';
import type { Diagram } from './pieces.ts';
import { DiagramOf } from './Diagram.tsx';
import { layOutWhole } from './whole-layout.ts';

/** The whole figure in an area of the stage. */
export const wholeIn = ({ metrics, state, messages }: StageValue, area: Box): Diagram => {
  const { blocks, encoder, decoder, encoderInput } = messages.ui;
  const decoderInput = state.tokens.join(' ');
  return layOutWhole(area, metrics, { blocks, encoder, decoder, encoderInput, decoderInput });
};

const Whole = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, state, moment } = stage;
  const { figure } = cardLayout(size, metrics, useFrame().kind);
  const diagram = wholeIn(stage, figure);
  const faded = currentBeat(state).id === 'decoder' ? (moment?.part ?? 1) : 0;
  return (
    <>
      <Canvas size={size}>
        <DiagramOf diagram={diagram} camera={stay} clip={figure} faded={faded} />
      </Canvas>
      {moment === null && <BlockButtons blocks={diagram.blocks} />}
    </>
  );
};

// What is inside, and what is said of a block, is not needed for the first picture.
const Inside = laterScene('Inside');
const BlockCard = laterScene('BlockCard');

export const Architecture = (): React.ReactNode => {
  const { state } = useStage();
  return (
    <>
      {openedAt(currentBeat(state).id) ? <Inside /> : <Whole />}
      <Suspense>
        <BlockCard />
      </Suspense>
    </>
  );
};
