/** Finds the terms of the glossary in the texts that say them, so that the texts need not mark them. */
import type { Glossary, GlossaryEntry, TermId } from './glossary.zh-CN.ts';

/** A part of a text, and the term it says; null between terms. */
export interface Piece {
  readonly text: string;
  readonly term: TermId | null;
}

/** Cuts texts that are read one after the other at their terms, each term where it is first said. */
export type FindTerms = (texts: readonly string[]) => readonly (readonly Piece[])[];

/** Rows and products that go by symbols of their own, in every language. */
const moreSymbols: Partial<Record<TermId, readonly string[]>> = {
  q: ['{m:q}'],
  k: ['{m:k}'],
  v: ['{m:v}'],
  // Transposed, the factors change places.
  scores: ['{m:Q}{m:K^T}', '{m:K^T}{m:Q}'],
  scaled: ['{m:√d_k}'],
};

/**
 * A way to say a term: words, or marks as they stand in a text. What stands in front in brackets must be there but is
 * no part of it: `(个)头` is 头 in 每个头, and not in 头数. Latin words are whole words, in the plural too, with either
 * first letter.
 */
interface Form {
  readonly term: TermId;
  readonly before: string;
  readonly said: string;
}

const formsOf = (glossary: Glossary): readonly Form[] =>
  (Object.entries(glossary) as [TermId, GlossaryEntry][]).flatMap(([term, { name, said = [] }]) =>
    [...said, ...(name.match(/\{m:[^}]*\}/g) ?? []), ...(moreSymbols[term] ?? [])].map((form) => {
      const [, before = '', rest = form] = /^\((.*?)\)(.*)$/.exec(form) ?? [];
      return { term, before, said: rest };
    }),
  );

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const isLatin = (text: string): boolean => /^[A-Za-z]/.test(text);

/** Where a Latin word may begin and end; a hyphen makes one word of two. */
const begin = String.raw`(?<![\w-])`;
const end = String.raw`(?![\w-])`;

const eitherCase = (word: string): string =>
  word.replace(/^[A-Za-z]/, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

const plural = (word: string): string =>
  word
    .replace(/y$/, '(?:y|ies)')
    .replace(/ix$/, '(?:ix|ices)')
    .replace(/(?<=[^yx)])$/, 's?');

const pattern = ({ before, said }: Form): string => {
  if (!isLatin(said)) return `${before ? `(?<=${escaped(before)})` : ''}(${escaped(said)})`;
  const context = before ? `(?<=${begin}${eitherCase(escaped(before))})` : begin;
  return `${context}(${plural(eitherCase(escaped(said)))})${end}`;
};

/** Taken whole where they are no term, so that nothing is found inside them. */
const anyMark = String.raw`\{[tm]:[^}]*\}`;

/** What finds the terms of a glossary: the longest form wins, and nothing is found inside a mark or another term. */
export const termFinder = (glossary: Glossary): FindTerms => {
  const forms = formsOf(glossary).toSorted((a, b) => b.said.length - a.said.length);
  const any = new RegExp([...forms.map(pattern), anyMark].join('|'), 'gu');
  return (texts) => {
    const seen = new Set<TermId>();
    return texts.map((text) => {
      const pieces: Piece[] = [];
      let from = 0;
      for (const match of text.matchAll(any)) {
        const [whole, ...groups] = match;
        const term = forms[groups.findIndex((group) => group !== undefined)]?.term;
        if (term === undefined || seen.has(term)) continue;
        seen.add(term);
        if (match.index > from) pieces.push({ text: text.slice(from, match.index), term: null });
        pieces.push({ text: whole, term });
        from = match.index + whole.length;
      }
      if (from < text.length) pieces.push({ text: text.slice(from), term: null });
      return pieces;
    });
  };
};
