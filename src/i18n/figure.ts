/** The two catalogues of the blocks of the figure. */
import { figure as figureEn } from './figure.en.ts';
import { figure as figureZh, type FigureTexts } from './figure.zh-CN.ts';

const catalogues = { 'zh-CN': figureZh, en: figureEn } satisfies Record<string, FigureTexts>;

export const figureTextsOf = (language: keyof typeof catalogues): FigureTexts =>
  catalogues[language];
