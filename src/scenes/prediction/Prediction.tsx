/** Step `prediction`: the last row goes on to the next character, its stations can be opened, every row may guess, and parts of the model can be switched off. */
import type { Box } from '../../viz/index.ts';
import { useState } from 'react';
import { useSettled } from '../../frame/index.ts';
import { currentBeat, selectPredicts } from '../../store/index.ts';
import { everyRowBeat } from '../../walkthrough/index.ts';
import { Turnable } from '../stage/Turnable.tsx';
import { Canvas } from '../stage/Stage.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { Best } from './Best.tsx';
import { Chain } from './Chain.tsx';
import { chainLayout, headingHeight, type StationBox } from './chain-layout.ts';
import { EveryRow } from './EveryRow.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { Opened } from './Opened.tsx';
import { Stations } from './Stations.tsx';
import { openedStops } from './stops.ts';
import { Switches, switchesLayout } from './Switches.tsx';
import type { Pressing } from './useFocusAfterPress.ts';

/** Where the last row's way and its answer stand: side by side, or one above the other where the frame is narrow. */
const lastRowBoxes = (
  { x, y, width, height }: Box,
  narrow: boolean,
  gap: number,
): { readonly way: Box; readonly answer: Box } => {
  if (narrow) {
    const upper = height * 0.6;
    return {
      way: { x, y, width, height: upper },
      answer: { x, y: y + upper, width, height: height - upper },
    };
  }
  const split = width * 0.62;
  return {
    way: { x, y, width: split - gap, height },
    answer: { x: x + split, y, width: width - split, height },
  };
};

/** Comes behind the row's way, so that no frame has to draw both. */
const Answer = (box: Box): React.ReactNode => {
  const { state } = useStage();
  if (!useSettled()) return null;
  return selectPredicts(state) ? <Best {...box} /> : <NoAnswer {...box} />;
};

/** The last row: its way and its answer, with buttons that open the stations. */
const LastRow = ({ box, ...pressing }: Pressing & { readonly box: Box }): React.ReactNode => {
  const { metrics, computation } = useStage();
  const { way, answer } = lastRowBoxes(box, metrics.narrow, metrics.label * 2);
  const chain = chainLayout(way, metrics, computation.matrix({ matrix: 'x' }).cols);
  const heading = headingHeight(metrics);
  const output: StationBox = { ...answer, stop: 'logits', form: 'heading', height: heading };
  const below = { ...answer, y: answer.y + heading, height: answer.height - heading };
  return (
    <>
      <Canvas size={box}>
        <Chain layout={chain} />
        <Answer {...below} />
      </Canvas>
      <Stations stations={[...chain.stations, output]} {...pressing} />
    </>
  );
};

const Rows = (box: Box): React.ReactNode => {
  const { state } = useStage();
  return (
    <Canvas size={box}>
      {selectPredicts(state) ? <EveryRow {...box} /> : <NoAnswer {...box} />}
    </Canvas>
  );
};

export const Prediction = (): React.ReactNode => {
  const { size, metrics, state, messages } = useStage();
  // A press that opens a station takes the focus along, into the picture that it opens.
  const [pressed, setPressed] = useState(false);
  const pressing = { pressed, onPress: () => setPressed(true) };
  const { id: stop } = currentBeat(state);
  if (openedStops.includes(stop)) return <Opened {...pressing} />;
  const { nHeads } = state;
  // One for each head where there are several, one for attention as a whole, one for the positions.
  const count = (nHeads > 1 ? nHeads : 0) + 2;
  const title = messages.ui.switchOff;
  const { height: switches } = switchesLayout(metrics, { count, title, width: size.width });
  const box = { x: 0, y: 0, width: size.width, height: size.height - switches };
  return (
    <>
      <Turnable box={box}>
        {(place) =>
          stop === everyRowBeat ? <Rows {...place} /> : <LastRow box={place} {...pressing} />
        }
      </Turnable>
      <Switches x={0} y={box.height} width={size.width} height={switches} />
    </>
  );
};
