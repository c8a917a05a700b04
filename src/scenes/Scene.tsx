/** Which scene stands on the stage at which step, and how tall each must be where the frame is narrow. */
import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { useApp } from '../frame/index.ts';
import type { Size } from '../viz/index.ts';
import type { StepId } from '../walkthrough/index.ts';
import { Architecture } from './Architecture.tsx';
import { BlackBox } from './BlackBox.tsx';
import { Context } from './Context.tsx';
import { Formula } from './Formula.tsx';
import { Heads } from './Heads.tsx';
import { Mask } from './Mask.tsx';
import { OneRow } from './OneRow.tsx';
import { Prediction } from './Prediction.tsx';
import { Projection } from './Projection.tsx';
import { Scale } from './Scale.tsx';
import { Scores } from './Scores.tsx';
import { Softmax } from './Softmax.tsx';
import { Stage } from './stage/Stage.tsx';
import { Tokens } from './Tokens.tsx';
import { Weights } from './Weights.tsx';

const loadBeyond = (): Promise<typeof import('./beyond.ts')> => import('./beyond.ts');

/** A scene of the last chapter, fetched when it is first needed. */
const beyond = (name: keyof typeof import('./beyond.ts')): ComponentType =>
  lazy(async () => ({ default: (await loadBeyond())[name] }));

const scenes: Readonly<Record<StepId, ComponentType>> = {
  architecture: Architecture,
  tokens: Tokens,
  'black-box': BlackBox,
  weights: Weights,
  projection: Projection,
  scores: Scores,
  scale: Scale,
  softmax: Softmax,
  context: Context,
  'one-row': OneRow,
  formula: Formula,
  heads: Heads,
  mask: Mask,
  prediction: Prediction,
  'scale-up': beyond('ScaleUp'),
  roles: beyond('Roles'),
  'cross-attention': beyond('CrossAttention'),
  parallel: beyond('Parallel'),
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
  prediction: 720,
  'scale-up': 440,
  roles: 470,
  'cross-attention': 450,
  parallel: 580,
};

const narrowWidth = 400;
/** Elsewhere scenes need this much; a lower window scrolls. */
const leastHeight = 300;

export const Scene = ({ label }: { readonly label: string }): React.ReactNode => {
  const step = useApp((state) => state.step);
  const Current = scenes[step];
  // Fetched behind the first picture, so that the last chapter is there when it is reached, also offline.
  useEffect(() => void loadBeyond(), []);
  const heightFor = ({ width }: Size): number =>
    width < narrowWidth ? (narrowHeights[step] ?? leastHeight) : leastHeight;
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
