/** Which scene stands on the stage at which step, and how tall each must be where the frame is narrow. */
import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { useApp } from '../frame/index.ts';
import type { Size } from '../viz/index.ts';
import { currentBeat } from '../store/index.ts';
import { everyRowBeat, type StepId } from '../walkthrough/index.ts';
import { Architecture } from './Architecture.tsx';
import { Stage } from './stage/Stage.tsx';

const loadLater = (): Promise<typeof import('./later.ts')> => import('./later.ts');

/** A scene after the first, fetched when it is first needed. */
const later = (name: keyof typeof import('./later.ts')): ComponentType =>
  lazy(async () => ({ default: (await loadLater())[name] }));

const scenes: Readonly<Record<StepId, ComponentType>> = {
  architecture: Architecture,
  tokens: later('Tokens'),
  'black-box': later('BlackBox'),
  weights: later('Weights'),
  projection: later('Projection'),
  scores: later('Scores'),
  scale: later('Scale'),
  softmax: later('Softmax'),
  context: later('Context'),
  'one-row': later('OneRow'),
  formula: later('Formula'),
  heads: later('Heads'),
  mask: later('Mask'),
  prediction: later('Prediction'),
  'scale-up': later('ScaleUp'),
  roles: later('Roles'),
  'cross-attention': later('CrossAttention'),
  parallel: later('Parallel'),
};

/** In a narrow frame some scenes stack what stands side by side elsewhere, and need this much height. */
const narrowHeights: Partial<Record<StepId, number>> = {
  architecture: 470,
  'black-box': 520,
  weights: 780,
  projection: 460,
  scores: 450,
  scale: 720,
  softmax: 760,
  context: 520,
  'one-row': 380,
  formula: 520,
  heads: 940,
  mask: 560,
  prediction: 960,
  'scale-up': 440,
  roles: 470,
  'cross-attention': 450,
  parallel: 580,
};

/** Stops that differ much from the others of their step. */
const stopHeights: Readonly<Record<string, number>> = {
  norm1: 570,
  'feed-forward': 640,
  norm2: 570,
  logits: 770,
  [everyRowBeat]: 470,
};

const narrowWidth = 400;
/** Elsewhere scenes need this much; a lower window scrolls. */
const leastHeight = 300;

export const Scene = ({ label }: { readonly label: string }): React.ReactNode => {
  const step = useApp((state) => state.step);
  const Current = scenes[step];
  // Fetched behind the first picture, so that the others are there when they are reached, also offline.
  useEffect(() => void loadLater(), []);
  const stop = useApp((state) => currentBeat(state).id);
  const narrowHeight = stopHeights[stop] ?? narrowHeights[step] ?? leastHeight;
  const heightFor = ({ width }: Size): number => (width < narrowWidth ? narrowHeight : leastHeight);
  return (
    <Stage label={label} heightFor={heightFor}>
      {() => (
        <Suspense>
          <Current />
        </Suspense>
      )}
    </Stage>
  );
};
