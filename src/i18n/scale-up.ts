/** The two catalogues of the step `scale-up`. */
import { scaleUp as scaleUpEn } from './scale-up.en.ts';
import { scaleUp as scaleUpZh, type ScaleUpTexts } from './scale-up.zh-CN.ts';

const catalogues = { 'zh-CN': scaleUpZh, en: scaleUpEn } satisfies Record<string, ScaleUpTexts>;

export const scaleUpTextsOf = (language: keyof typeof catalogues): ScaleUpTexts =>
  catalogues[language];
