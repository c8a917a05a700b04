/** Looking for terms by what a reader types. */
import { glossaryTextsOf, type TermId } from '../../i18n/index.ts';
import { languages, type Language } from '../../store/index.ts';
import { stepIndex } from '../../walkthrough/index.ts';

/** As it may be typed: `W_Q`, `wq` and `WQ` are the same, and so are words with and without spaces. */
const typed = (text: string): string =>
  text
    .replaceAll(/\{m:([^}]*)\}/g, '$1')
    .replaceAll(/[\s_]/g, '')
    .toLowerCase();

/** The terms whose name in any language, or whose explanation in this one, has what is wanted; in the order of the walkthrough. */
export const termsFound = (language: Language, wanted: string): readonly TermId[] => {
  const { glossary } = glossaryTextsOf(language);
  const textsOf = (term: TermId): readonly string[] => [
    ...languages.map((other) => glossaryTextsOf(other).glossary[term].name),
    glossary[term].text,
  ];
  return (Object.keys(glossary) as TermId[])
    .filter((term) => textsOf(term).some((text) => typed(text).includes(typed(wanted))))
    .toSorted((a, b) => stepIndex(glossary[a].step) - stepIndex(glossary[b].step));
};
