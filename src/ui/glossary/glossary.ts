/** What shows terms, in one bundle behind the first picture: the marked texts with their cards, and the list of all. */
export { GlossaryList } from './GlossaryList.tsx';
export { TermedTexts } from './TermedTexts.tsx';
