/** The two glossaries, with what finds their terms in texts; apart from the other texts so that only what shows terms holds them. */
import { glossary as glossaryEn, glossaryWords as wordsEn } from './glossary.en.ts';
import {
  glossary as glossaryZh,
  glossaryWords as wordsZh,
  type Glossary,
  type GlossaryWords,
} from './glossary.zh-CN.ts';
import { termFinder, type FindTerms } from './terms.ts';

export interface GlossaryTexts {
  readonly glossary: Glossary;
  readonly words: GlossaryWords;
  /** Cuts the texts of a step at the terms in them. */
  readonly find: FindTerms;
}

const textsFrom = (glossary: Glossary, words: GlossaryWords): GlossaryTexts => ({
  glossary,
  words,
  find: termFinder(glossary),
});

const catalogues = {
  'zh-CN': /* @__PURE__ */ textsFrom(glossaryZh, wordsZh),
  en: /* @__PURE__ */ textsFrom(glossaryEn, wordsEn),
};

export const glossaryTextsOf = (language: keyof typeof catalogues): GlossaryTexts =>
  catalogues[language];
