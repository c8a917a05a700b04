/** Step `prediction`: the last row goes on to the next character, every row may guess, and parts of the model can be switched off. */
import { currentBeat, selectPredicts } from '../../store/index.ts';
import { everyRowBeat } from '../../walkthrough/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { Best } from './Best.tsx';
import type { Box } from './box.ts';
import { Chain } from './Chain.tsx';
import { EveryRow } from './EveryRow.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { Switches, switchesLayout } from './Switches.tsx';

const Answer = (box: Box): React.ReactNode => {
  const { state } = useStage();
  return selectPredicts(state) ? <Best {...box} /> : <NoAnswer {...box} />;
};

/** The last row: its way beside its answer, or above it where the frame is narrow. */
const LastRow = ({ x, y, width, height }: Box): React.ReactNode => {
  const { metrics } = useStage();
  if (metrics.narrow) {
    const upper = height * 0.58;
    return (
      <>
        <Chain x={x} y={y} width={width} height={upper} />
        <Answer x={x} y={y + upper} width={width} height={height - upper} />
      </>
    );
  }
  const split = width * 0.62;
  return (
    <>
      <Chain x={x} y={y} width={split - metrics.label * 2} height={height} />
      <Answer x={x + split} y={y} width={width - split} height={height} />
    </>
  );
};

/** What the stop shows: the last row and its answer, or every row's where the model has any. */
const Picture = (box: Box): React.ReactNode => {
  const { state } = useStage();
  if (currentBeat(state).id !== everyRowBeat) return <LastRow {...box} />;
  return selectPredicts(state) ? <EveryRow {...box} /> : <NoAnswer {...box} />;
};

export const Prediction = (): React.ReactNode => {
  const { size, metrics, state, messages } = useStage();
  const { nHeads } = state;
  // One for each head where there are several, one for attention as a whole, one for the positions.
  const count = (nHeads > 1 ? nHeads : 0) + 2;
  const title = messages.ui.switchOff;
  const { height: switches } = switchesLayout(metrics, { count, title, width: size.width });
  const box = { x: 0, y: 0, width: size.width, height: size.height - switches };
  return (
    <>
      <Canvas size={size}>
        <Picture {...box} />
      </Canvas>
      <Switches x={0} y={box.height} width={size.width} height={switches} />
    </>
  );
};
