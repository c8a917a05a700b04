/** Step `parallel`: every row of attention at once, beside a recurrent network that must wait for each step before, on sentences of any length. */
import { useMemo, useState } from 'react';
import { contextLengthOf, selectCausal, traceOf } from '../../store/index.ts';
import { columnsOf } from '../columns.ts';
import { Canvas } from '../stage/Stage.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { StageSlider } from '../stage/StageSlider.tsx';
import { AllAtOnce } from './AllAtOnce.tsx';
import { attentionDependencies, recurrentDependencies, stepsNeeded } from './dependencies.ts';
import { Heading } from './Heading.tsx';
import { grown, lengths } from './grown.ts';
import { layOut } from './layout.ts';
import { OneByOne } from './OneByOne.tsx';

export const Parallel = (): React.ReactNode => {
  const { size, metrics, state, moment, messages, layouts } = useStage();
  const [chosen, setChosen] = useState<number | null>(null);
  const n = chosen ?? state.tokens.length;
  const tokens = useMemo(() => grown(state.tokens, n), [state.tokens, n]);
  const layout = useMemo(
    () => layOut(size, metrics, n, columnsOf({ layouts })?.attention),
    [size, metrics, n, layouts],
  );
  const trace = traceOf({ ...state, tokens }, selectCausal(state));
  const head = trace.attention.heads[state.head];
  const masked = head?.masked;
  const dependencies = useMemo(
    () => ({
      attention: masked ? attentionDependencies(masked) : [],
      recurrent: recurrentDependencies(n),
    }),
    [masked, n],
  );
  if (!head) return null;
  const steps = {
    attention: stepsNeeded(n, dependencies.attention),
    recurrent: stepsNeeded(n, dependencies.recurrent),
  };
  const most = Math.max(steps.attention, steps.recurrent);
  const part = moment?.part ?? 1;
  const context = contextLengthOf(state);
  return (
    <>
      <Canvas size={size}>
        <Heading
          panel={layout.attention}
          title={messages.ui.attentionSteps(steps.attention)}
          steps={steps.attention}
          most={most}
          part={part}
        />
        <AllAtOnce
          layout={layout}
          tokens={tokens}
          dependencies={dependencies.attention}
          masked={head.masked}
          weights={head.weights}
          part={part}
        />
        <Heading
          panel={layout.recurrent}
          title={messages.ui.recurrentSteps(steps.recurrent)}
          steps={steps.recurrent}
          most={most}
          part={part}
        />
        <OneByOne
          layout={layout}
          tokens={tokens}
          dependencies={dependencies.recurrent}
          part={part}
        />
      </Canvas>
      <StageSlider
        label={messages.ui.sentenceLength(n)}
        least={lengths.least}
        most={lengths.most}
        value={n}
        top={layout.control}
        note={n > context ? messages.ui.positionsBeyond(context) : undefined}
        onChange={setChosen}
      />
    </>
  );
};
