/** The two glossaries, with what finds their terms in texts; apart from the other texts so that only what shows terms holds them. */
import * as en from './glossary.en.ts';
import * as zh from './glossary.zh-CN.ts';
import type { Glossary, GlossaryWords } from './glossary.zh-CN.ts';
import { termFinder, type FindTerms } from './terms.ts';

export interface GlossaryTexts {
  readonly glossary: Glossary;
  readonly words: GlossaryWords;
  /** Cuts the texts of a step at the terms in them. */
  readonly find: FindTerms;
}

const textsFrom = ({ glossary, glossaryWords }: typeof zh): GlossaryTexts => ({
  glossary,
  words: glossaryWords,
  find: termFinder(glossary),
});

const catalogues = { 'zh-CN': /* @__PURE__ */ textsFrom(zh), en: /* @__PURE__ */ textsFrom(en) };

export const glossaryTextsOf = (language: keyof typeof catalogues): GlossaryTexts =>
  catalogues[language];
