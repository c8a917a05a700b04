/** The training room's two catalogues. */
import { training as trainingEn } from './training.en.ts';
import { training as trainingZh, type TrainingTexts } from './training.zh-CN.ts';

const catalogues = { 'zh-CN': trainingZh, en: trainingEn } satisfies Record<string, TrainingTexts>;

export const trainingTextsOf = (language: keyof typeof catalogues): TrainingTexts =>
  catalogues[language];
