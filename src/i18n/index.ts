/** Two typed catalogues; a leaf that scenes, ui and app use. The Chinese one is there from the start, others are fetched. */
import { narration, type Narration } from './narration.zh-CN.ts';
import { ui, type Ui } from './ui.zh-CN.ts';

export { gpt3 } from './facts.ts';

export type { ChangesTexts } from './changes.zh-CN.ts';
export type { GlossaryTexts } from './glossary.ts';
export type { TermId } from './glossary.zh-CN.ts';
export type { ScaleUpTexts } from './scale-up.zh-CN.ts';
export type { TrainingTexts } from './training.zh-CN.ts';

/** The training room's texts, apart from the others so that only the room's bundle holds them. */
export { trainingTextsOf } from './training.ts';

/** What the blocks of the figure do, in the bundle of the later scenes. */
export { figureTextsOf } from './figure.ts';

/** What is said of changes, in the bundle of those. */
export { changesTextsOf, zoomTextsOf } from './changes.ts';

/** What is said of a cell that only one of two states has, likewise. */
export { onlyInOf } from './held.ts';

/** The tour's texts, likewise in its bundle. */
export { tourTextsOf } from './tour.ts';

/** The texts of the step `scale-up`, likewise in the bundle of its scene. */
export { scaleUpTextsOf } from './scale-up.ts';

/** The glossaries, in the bundle of what shows terms. */
export { glossaryTextsOf } from './glossary.ts';

export interface Messages {
  readonly ui: Ui;
  readonly narration: Narration;
}

type Language = 'zh-CN' | 'en';

const catalogues = new Map<Language, Messages>([['zh-CN', { ui, narration }]]);

const fetchers: Readonly<Record<Exclude<Language, 'zh-CN'>, () => Promise<Messages>>> = {
  en: async () => (await import('./en.ts')).messages,
};

/** Whether the texts of a language are there. */
export const hasMessages = (language: Language): boolean => catalogues.has(language);

/** Fetches the texts of a language, once. Rejects where they cannot be had. */
export const loadMessages = async (language: Language): Promise<void> => {
  if (language === 'zh-CN' || hasMessages(language)) return;
  catalogues.set(language, await fetchers[language]());
};

/** The texts of a language. Throws an Error where they were not loaded. */
export const messagesOf = (language: Language): Messages => {
  const messages = catalogues.get(language);
  if (!messages) throw new Error(`messagesOf: the texts of ${language} are not loaded`);
  return messages;
};
