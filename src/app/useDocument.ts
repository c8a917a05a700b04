/** Tells the document what the page shows: language, theme, title. */
import { useEffect } from 'react';
import { useApp, useFrame } from '../frame/index.ts';

export const useDocument = (): void => {
  const { theme, language, messages } = useFrame();
  const step = useApp((state) => state.step);
  const view = useApp((state) => state.view);
  // By themselves: to be told a language or a theme, even the same one, the browser matches every style anew.
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
  useEffect(() => {
    const place = view === 'train' ? messages.ui.trainingRoom : messages.narration[step].title;
    document.title = `${place} · ${messages.ui.title}`;
  }, [messages, step, view]);
};
