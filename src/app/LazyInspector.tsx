/** The inspector in a bundle of its own, behind the first picture: the first step has nothing to inspect. */
import { lazy, Suspense, useEffect } from 'react';
import { DrawnBehind } from '../frame/index.ts';
import type { InspectorProps } from '../ui/inspector/Inspector.tsx';

const load = async () => ({ default: (await import('../ui/inspector/Inspector.tsx')).Inspector });

const Loaded = lazy(load);

/** Fetches the inspector before it is needed, so that it is there when the first cell is. */
export const usePreloadedInspector = (): void => {
  useEffect(() => void load(), []);
};

export const Inspector = (props: InspectorProps): React.ReactNode => (
  <Suspense fallback={<span data-loading="" />}>
    <DrawnBehind>
      <Loaded {...props} />
    </DrawnBehind>
  </Suspense>
);
