/** What the browser may refuse: storage, history, the language it prefers. Every access can fail in a frame, and none may break the page. */
import { languages, type Language, type Settings } from '../store/index.ts';

const languageKey = 'seeing-attention/language';
const themeKey = 'seeing-attention/theme';
/** Where the reader's changes are kept. */
const workKey = 'seeing-attention/work';
/** Where it is kept that the tour was finished or skipped. */
export const tourKey = 'seeing-attention/tour';

/** What is saved; null where nothing is, undefined where saving is refused. */
const read = (key: string): string | null | undefined => {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is a SecurityError in many frames; the page then simply forgets.
    return undefined;
  }
};

/** Whether it could be saved. */
const write = (key: string, value: string): boolean => {
  try {
    localStorage.setItem(key, value);
    return true;
  } catch {
    // The same: a choice that cannot be kept is still made.
    return false;
  }
};

const isLanguage = (text: unknown): text is Language =>
  languages.some((language) => language === text);

const isTheme = (text: unknown): text is Settings['theme'] =>
  text === 'light' || text === 'dark' || text === 'projector';

/** The saved language, else the browser's, else Chinese. */
export const preferredLanguage = (): Language => {
  const saved = read(languageKey);
  if (isLanguage(saved)) return saved;
  const [first = ''] = navigator.languages;
  if (first.toLowerCase().startsWith('zh')) return 'zh-CN';
  return first.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
};

/** The saved theme, else the system's. */
export const preferredTheme = (): Settings['theme'] => {
  const saved = read(themeKey);
  return isTheme(saved) ? saved : 'auto';
};

export const savePreferences = ({
  language,
  theme,
}: Pick<Settings, 'language' | 'theme'>): void => {
  write(languageKey, language);
  write(themeKey, theme);
};

/** Whether the tour is new to this reader. Where nothing can be kept it never is: it would come again with every visit. */
export const isTourNew = (): boolean => read(tourKey) === null;

export const saveTourSeen = (): void => void write(tourKey, 'seen');

/** What the reader changed at an earlier visit; '' where there is nothing. */
export const savedWork = (): string => read(workKey) ?? '';

/** Keeps what the reader changed; '' forgets it. Whether the browser allows it. */
export const saveWork = (work: string): boolean => write(workKey, work);

/** Puts a query into the address bar. A document opened from disk or in a sandbox may not change its history; then the link stays as it was. */
export const writeAddress = (query: string, entry: 'push' | 'replace'): void => {
  try {
    if (entry === 'push') history.pushState(null, '', query);
    else history.replaceState(null, '', query);
  } catch {
    // See above.
  }
};
