/** Two typed catalogues; a leaf that scenes, ui and app use. */
import { narration as narrationEn } from './narration.en.ts';
import { narration as narrationZh, type Narration } from './narration.zh-CN.ts';
import { ui as uiEn } from './ui.en.ts';
import { ui as uiZh, type Ui } from './ui.zh-CN.ts';

export { gpt3 } from './facts.ts';

export type { TrainingTexts } from './training.zh-CN.ts';

/** The training room's texts, apart from the others so that only the room's bundle holds them. */
export { trainingTextsOf } from './training.ts';

export interface Messages {
  readonly ui: Ui;
  readonly narration: Narration;
}

const catalogues = {
  'zh-CN': { ui: uiZh, narration: narrationZh },
  en: { ui: uiEn, narration: narrationEn },
} satisfies Record<string, Messages>;

/** The texts of a language. */
export const messagesOf = (language: keyof typeof catalogues): Messages => catalogues[language];
