/** What surrounds a picture: the theme's palette, the language's texts, and which kind of frame it stands in. */
import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import { messagesOf, type Messages } from '../i18n/index.ts';
import { palettes, type FrameKind, type Palette, type PaletteName } from '../viz/index.ts';
import type { Language, Theme } from '../store/index.ts';
import { useApp } from './StoreContext.tsx';

export interface FrameValue {
  readonly kind: FrameKind;
  readonly theme: PaletteName;
  readonly palette: Palette;
  readonly language: Language;
  readonly messages: Messages;
}

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

export const FrameProvider = ({
  kind,
  children,
}: {
  readonly kind: FrameKind;
  readonly children: React.ReactNode;
}): React.ReactNode => {
  const chosen = useApp((state) => state.theme);
  const language = useApp((state) => state.language);
  const systemIsDark = useSyncExternalStore(subscribeToScheme, () => matchMedia(darkQuery).matches);
  const theme = paletteName(chosen, kind, systemIsDark);
  const value = useMemo(
    () => ({ kind, theme, palette: palettes[theme], language, messages: messagesOf(language) }),
    [kind, theme, language],
  );
  return <FrameContext value={value}>{children}</FrameContext>;
};

export const useFrame = (): FrameValue => {
  const frame = use(FrameContext);
  if (!frame) throw new Error('useFrame: no FrameProvider above this component');
  return frame;
};
