/** The tour's two catalogues. */
import { tour as tourEn } from './tour.en.ts';
import { tour as tourZh, type TourTexts } from './tour.zh-CN.ts';

const catalogues = { 'zh-CN': tourZh, en: tourEn } satisfies Record<string, TourTexts>;

export const tourTextsOf = (language: keyof typeof catalogues): TourTexts => catalogues[language];
