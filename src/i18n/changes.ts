/** The two catalogues of what readers change. */
import { changes as changesEn } from './changes.en.ts';
import { changes as changesZh, type ChangesTexts } from './changes.zh-CN.ts';

const catalogues = { 'zh-CN': changesZh, en: changesEn } satisfies Record<string, ChangesTexts>;

export const changesTextsOf = (language: keyof typeof catalogues): ChangesTexts =>
  catalogues[language];
