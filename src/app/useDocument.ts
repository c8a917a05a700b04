/** Tells the document what the page shows: language, theme, title. */
import { useEffect } from 'react';
import { useApp, useFrame } from '../frame/index.ts';

export const useDocument = (): void => {
  const { theme, language, messages } = useFrame();
  const step = useApp((state) => state.step);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.lang = language;
    document.title = `${messages.narration[step].title} · ${messages.ui.title}`;
  }, [theme, language, messages, step]);
};
