/** Scenes in a bundle of their own, fetched once, when one of them is first needed. */
import { use, type ComponentType } from 'react';

type Later = typeof import('./later.ts');

let later: Promise<Later> | null = null;
/** The scenes themselves once they are there: then nothing has to be waited for. */
let arrived: Later | null = null;

const fetchLater = async (): Promise<Later> => {
  arrived = await import('./later.ts');
  return arrived;
};

export const loadLater = (): Promise<Later> => (later ??= fetchLater());

/** Once the first was waited for, a step to any of them is drawn at once. */
export const laterScene = (name: keyof Later): ComponentType =>
  function LaterScene() {
    const Found = (arrived ?? use(loadLater()))[name];
    return <Found />;
  };
