/** Which scene stands on the stage at which step, and how tall each must be where the frame is narrow. */
import { Suspense, useEffect, type ComponentType } from 'react';
import { useDrawn } from '../frame/index.ts';
import type { Size } from '../viz/index.ts';
import { currentBeat } from '../store/index.ts';
import { everyRowBeat, type StepId } from '../walkthrough/index.ts';
import { Architecture } from './architecture/Architecture.tsx';
import { laterScene, loadLater } from './load-later.tsx';
import { Stage } from './stage/Stage.tsx';

const scenes: Readonly<Record<StepId, ComponentType>> = {
  architecture: Architecture,
  tokens: laterScene('Tokens'),
  'black-box': laterScene('BlackBox'),
  weights: laterScene('Weights'),
  projection: laterScene('Projection'),
  scores: laterScene('Scores'),
  scale: laterScene('Scale'),
  softmax: laterScene('Softmax'),
  context: laterScene('Context'),
  'one-row': laterScene('OneRow'),
  formula: laterScene('Formula'),
  heads: laterScene('Heads'),
  mask: laterScene('Mask'),
  prediction: laterScene('Prediction'),
  'scale-up': laterScene('ScaleUp'),
  roles: laterScene('Roles'),
  'cross-attention': laterScene('CrossAttention'),
  parallel: laterScene('Parallel'),
};

/** In a narrow frame some scenes stack what stands side by side elsewhere, and need this much height. */
const narrowHeights: Partial<Record<StepId, number>> = {
  architecture: 470,
  'black-box': 760,
  weights: 780,
  projection: 460,
  scores: 450,
  scale: 720,
  softmax: 760,
  context: 480,
  'one-row': 380,
  formula: 520,
  heads: 940,
  mask: 400,
  prediction: 960,
  'scale-up': 640,
  roles: 470,
  'cross-attention': 450,
  parallel: 660,
};

/** Stops that differ much from the others of their step. */
const stopHeights: Readonly<Record<string, number>> = {
  output: 340,
  norm1: 570,
  'feed-forward': 640,
  norm2: 570,
  logits: 770,
  map: 600,
  [everyRowBeat]: 470,
};

const narrowWidth = 400;
/** Elsewhere scenes need this much; a lower window scrolls. */
const leastHeight = 300;

export const Scene = ({ label }: { readonly label: string }): React.ReactNode => {
  const step = useDrawn((state) => state.step);
  const Current = scenes[step];
  // Fetched behind the first picture, so that the others are there when they are reached, also offline.
  useEffect(() => void loadLater(), []);
  const stop = useDrawn((state) => currentBeat(state).id);
  const narrowHeight = stopHeights[stop] ?? narrowHeights[step] ?? leastHeight;
  const heightFor = ({ width }: Size): number => (width < narrowWidth ? narrowHeight : leastHeight);
  return (
    <Stage label={label} scene={step} heightFor={heightFor}>
      {() => (
        <Suspense>
          <Current />
        </Suspense>
      )}
    </Stage>
  );
};
