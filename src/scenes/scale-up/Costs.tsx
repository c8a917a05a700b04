/** What attention costs at our size and at a larger one that can be edited, GPT‑3's to begin with. */
import { useEffect, useRef, useState } from 'react';
import type { ModelShape, NumberKind } from '../../example/index.ts';
import { useFrame } from '../../frame/index.ts';
import { gpt3, scaleUpTextsOf } from '../../i18n/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { CostMap } from './CostMap.tsx';
import { layOutCosts } from './cost-layout.ts';
import { draftOf, shapeOfDraft, type Draft } from './draft.ts';
import { quantitiesOf } from './quantities.ts';
import { runJob, type RunJob } from './run-job.ts';
import { Sizes } from './Sizes.tsx';

const gpt3Shape: ModelShape = {
  n: gpt3.contextLength,
  dModel: gpt3.dModel,
  nHeads: gpt3.nHeads,
  nLayers: gpt3.nLayers,
};

const isGpt3 = (shape: ModelShape): boolean =>
  Object.entries(gpt3Shape).every(([name, size]) => shape[name as keyof ModelShape] === size);

const measuredFor = 250;

/** The page's own speed, measured when asked for. */
const useRate = (run: RunJob) => {
  const [rate, setRate] = useState<number | null>(null);
  const [measuring, setMeasuring] = useState(false);
  const end = useRef(() => undefined as void);
  useEffect(() => () => end.current(), []);
  const measure = (): void => {
    setMeasuring(true);
    end.current = run(
      { job: 'measure', milliseconds: measuredFor },
      (reply) => reply.job === 'measure' && setRate(reply.rate),
      () => setMeasuring(false),
    );
  };
  return { rate, measuring, measure };
};

export const Costs = ({ run = runJob }: { readonly run?: RunJob }): React.ReactNode => {
  const { size, metrics, state, computation } = useStage();
  const texts = scaleUpTextsOf(useFrame().language);
  const [draft, setDraft] = useState<Draft>(() => draftOf(gpt3Shape));
  // While a field holds no size, the picture stays with the last one.
  const [shape, setShape] = useState(gpt3Shape);
  const [kind, setKind] = useState<NumberKind>('float32');
  const { rate, measuring, measure } = useRate(run);
  const change = (next: Draft): void => {
    setDraft(next);
    setShape(shapeOfDraft(next) ?? shape);
  };
  const ours = quantitiesOf(
    {
      n: state.tokens.length,
      dModel: computation.matrix({ matrix: 'x' }).cols,
      nHeads: state.nHeads,
      nLayers: 1,
    },
    { kind, rate },
  );
  const theirs = quantitiesOf(shape, { kind, rate });
  const layout = layOutCosts(size, metrics, ours.length);
  return (
    <>
      <Canvas size={size}>
        <CostMap
          {...{ layout, texts, ours, theirs }}
          theirName={isGpt3(shape) ? texts.dense(gpt3.name) : texts.filledIn}
        />
      </Canvas>
      <Sizes
        {...{ layout, texts, draft, kind, rate, measuring }}
        onDraft={change}
        onKind={setKind}
        onReset={() => change(draftOf(gpt3Shape))}
        onMeasure={measure}
      />
    </>
  );
};
