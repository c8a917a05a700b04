/** Step `parallel`: every row of attention at once, beside a recurrent network that must wait for each step before, on sentences of any length. */
import { useMemo, useState } from 'react';
import { contextLengthOf, selectCausal, traceOf } from '../../store/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { useStage } from '../stage/StageContext.tsx';
import styles from '../Scale.module.css';
import { AllAtOnce } from './AllAtOnce.tsx';
import { attentionDependencies, recurrentDependencies, stepsNeeded } from './dependencies.ts';
import { Heading } from './Heading.tsx';
import { grown, lengths } from './grown.ts';
import { layOut } from './layout.ts';
import { OneByOne } from './OneByOne.tsx';

/** How many tokens the sentence has; and what is missing beyond the model's context. */
const LengthControl = ({
  n,
  top,
  onChange,
}: {
  readonly n: number;
  readonly top: number;
  readonly onChange: (n: number) => void;
}): React.ReactNode => {
  const { size, metrics, state, messages } = useStage();
  const width = Math.min(size.width - 24, 40 * metrics.label);
  const context = contextLengthOf(state);
  return (
    <div
      className={styles['control']}
      style={{ left: (size.width - width) / 2, top, width, fontSize: metrics.label }}
    >
      <label>
        <span>{messages.ui.sentenceLength(n)}</span>
        <input
          type="range"
          min={lengths.least}
          max={lengths.most}
          step={1}
          value={n}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      </label>
      {n > context && <div>{messages.ui.positionsBeyond(context)}</div>}
    </div>
  );
};

export const Parallel = (): React.ReactNode => {
  const { size, metrics, state, moment, messages } = useStage();
  const [chosen, setChosen] = useState<number | null>(null);
  const n = chosen ?? state.tokens.length;
  const tokens = useMemo(() => grown(state.tokens, n), [state.tokens, n]);
  const layout = useMemo(() => layOut(size, metrics, n), [size, metrics, n]);
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
      <LengthControl n={n} top={layout.control} onChange={setChosen} />
    </>
  );
};
