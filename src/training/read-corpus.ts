/** Reads a corpus that somebody typed: what of it can be trained on, and for what cannot, why not. */
import { endToken, exampleShape } from '../example/index.ts';
import { charactersOf, vocabularyOf } from './sentences.ts';

/** Limits that keep training in the page a matter of seconds. */
export const corpusLimits = {
  /** Characters of a sentence; the end token comes after them. */
  sentence: exampleShape.contextLength,
  sentences: 400,
  vocabulary: 120,
  /** UTF-16 units of the whole text, which is cut there before it is looked at. */
  text: 12_000,
} as const;

/** Why a line cannot be used. */
export type Flaw =
  | 'too-long'
  | 'end-inside'
  | 'space-inside'
  | 'invisible'
  | 'repeated'
  | 'too-many';

export interface SkippedLine {
  /** From 1. */
  readonly line: number;
  readonly flaw: Flaw;
}

export interface ReadCorpus {
  readonly sentences: readonly string[];
  readonly vocabulary: readonly string[];
  readonly skipped: readonly SkippedLine[];
  /** Characters that the vocabulary has no room for; the unknown token stands in for them. */
  readonly strangers: readonly string[];
  /** Whether the text was cut at its limit. */
  readonly cut: boolean;
}

const lineEnd = /\r\n|[\n\r\u2028\u2029]/u;
const space = /\p{Z}|\t/u;
/** A control, a lone mark, half a character: nothing that a cell could show. */
const invisible = /^[\p{C}\p{M}]+$/u;

const flawOf = (sentence: string, before: ReadonlySet<string>): Flaw | null => {
  const characters = charactersOf(sentence);
  if (characters.length > corpusLimits.sentence) return 'too-long';
  if (characters.includes(endToken)) return 'end-inside';
  if (space.test(sentence)) return 'space-inside';
  if (characters.some((character) => invisible.test(character))) return 'invisible';
  if (before.has(sentence)) return 'repeated';
  return before.size >= corpusLimits.sentences ? 'too-many' : null;
};

/** One sentence a line; blank lines and an end token at the end of a line do not matter. Never throws. */
export const readCorpus = (text: string): ReadCorpus => {
  const cut = text.length > corpusLimits.text;
  const sentences = new Set<string>();
  const skipped: SkippedLine[] = [];
  // The line that the limit falls into is left out whole: half a sentence is not what was written.
  const lines = text.slice(0, corpusLimits.text).split(lineEnd);
  for (const [index, raw] of lines.slice(0, cut ? -1 : lines.length).entries()) {
    const trimmed = raw.trim();
    const sentence = trimmed.endsWith(endToken) ? trimmed.slice(0, -endToken.length) : trimmed;
    if (sentence === '') continue;
    const flaw = flawOf(sentence, sentences);
    if (flaw === null) sentences.add(sentence);
    else skipped.push({ line: index + 1, flaw });
  }
  const usable = [...sentences];
  const all = vocabularyOf(usable);
  return {
    sentences: usable,
    vocabulary: all.slice(0, corpusLimits.vocabulary),
    skipped,
    strangers: all.slice(corpusLimits.vocabulary),
    cut,
  };
};
