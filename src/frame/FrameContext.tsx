/** What surrounds a picture: the theme's palette, the language's texts, and which kind of frame it stands in. */
import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { hasMessages, loadMessages, messagesOf, type Messages } from '../i18n/index.ts';
import { palettes, type FrameKind, type Palette, type PaletteName } from '../viz/index.ts';
import { languages, type Language, type Theme } from '../store/index.ts';
import { useApp } from './StoreContext.tsx';
import type { Turning } from './turning.ts';

export interface FrameValue {
  readonly kind: FrameKind;
  readonly theme: PaletteName;
  readonly palette: Palette;
  readonly language: Language;
  readonly messages: Messages;
  /** A text, or a catalogue of them, as it is said where the reader has rows or columns. */
  readonly say: <Texts>(texts: Texts) => Texts;
  /** Where every token is a column; null for rows. */
  readonly turning: Turning | null;
}

const asItIs = <Texts,>(texts: Texts): Texts => texts;

const FrameContext = createContext<FrameValue | null>(null);

const darkQuery = '(prefers-color-scheme: dark)';

const subscribeToScheme = (onChange: () => void): (() => void) => {
  const query = matchMedia(darkQuery);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** The palette of a theme: `auto` follows the system, and the present view is for projectors unless told otherwise. */
export const paletteName = (theme: Theme, kind: FrameKind, systemIsDark: boolean): PaletteName => {
  if (theme !== 'auto') return theme;
  if (kind === 'present') return 'projector';
  return systemIsDark ? 'dark' : 'light';
};

/** The language to write in: the chosen one as soon as its texts are there, until then the one before. */
const useLoadedLanguage = (chosen: Language): Language => {
  const [language, setLanguage] = useState(() => (hasMessages(chosen) ? chosen : 'zh-CN'));
  if (language !== chosen && hasMessages(chosen)) setLanguage(chosen);
  useEffect(() => {
    let wanted = true;
    const show = (): void => {
      if (wanted) setLanguage(chosen);
    };
    // Without a connection the page stays in the language it has.
    loadMessages(chosen).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [chosen]);
  // The others are fetched behind the first picture, so that a switch needs no connection.
  useEffect(() => {
    for (const other of languages) loadMessages(other).catch(() => undefined);
  }, []);
  return language;
};

export const FrameProvider = ({
  kind,
  turning = null,
  children,
}: {
  readonly kind: FrameKind;
  readonly turning?: Turning | null;
  readonly children: React.ReactNode;
}): React.ReactNode => {
  const chosen = useApp((state) => state.theme);
  const language = useLoadedLanguage(useApp((state) => state.language));
  const systemIsDark = useSyncExternalStore(subscribeToScheme, () => matchMedia(darkQuery).matches);
  const theme = paletteName(chosen, kind, systemIsDark);
  const value = useMemo(() => {
    const say = turning?.words ?? asItIs;
    return {
      kind,
      theme,
      palette: palettes[theme],
      language,
      messages: say(messagesOf(language)),
      say,
      turning,
    };
  }, [kind, theme, language, turning]);
  return <FrameContext value={value}>{children}</FrameContext>;
};

export const useFrame = (): FrameValue => {
  const frame = use(FrameContext);
  if (!frame) throw new Error('useFrame: no FrameProvider above this component');
  return frame;
};
