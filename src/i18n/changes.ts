/** The two catalogues of what readers change. */
import { changes as changesEn, zoom as zoomEn } from './changes.en.ts';
import {
  changes as changesZh,
  zoom as zoomZh,
  type ChangesTexts,
  type ZoomTexts,
} from './changes.zh-CN.ts';

const catalogues = { 'zh-CN': changesZh, en: changesEn } satisfies Record<string, ChangesTexts>;

export const changesTextsOf = (language: keyof typeof catalogues): ChangesTexts =>
  catalogues[language];

const zoomTexts = { 'zh-CN': zoomZh, en: zoomEn } satisfies Record<string, ZoomTexts>;

export const zoomTextsOf = (language: keyof typeof zoomTexts): ZoomTexts => zoomTexts[language];
