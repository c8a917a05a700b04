/** Tells the document what the page shows: language, theme, title. */
import { useEffect } from 'react';
import { useApp, useFrame } from '../frame/index.ts';

export const useDocument = (): void => {
  const { theme, language, messages } = useFrame();
  const step = useApp((state) => state.step);
  const view = useApp((state) => state.view);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
    const place = view === 'train' ? messages.ui.trainingRoom : messages.narration[step].title;
    document.title = `${place} · ${messages.ui.title}`;
  }, [theme, language, messages, step, view]);
};
