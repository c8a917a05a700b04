/** The text is ours: it shares no sentence, clause or longer run of characters with the article that readers have beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { glossary } from '../../../src/i18n/glossary.zh-CN.ts';
import { narration } from '../../../src/i18n/narration.zh-CN.ts';
import { training } from '../../../src/i18n/training.zh-CN.ts';
import { tour } from '../../../src/i18n/tour.zh-CN.ts';
import { ui } from '../../../src/i18n/ui.zh-CN.ts';
import { allTexts, example, ids, saidBy, visible } from './samples.ts';

const file = fileURLToPath(new URL('../../../../shared/design/article.md', import.meta.url));
const present = existsSync(file);
if (!present)
  console.warn(`skipped: the article is not at ${file}, so originality is not checked here`);

/** Letters and digits only, so that punctuation and spaces hide nothing; a Latin word or a number counts as one character. */
const bare = (text: string): string =>
  text
    .replaceAll(/[A-Za-z0-9]+/g, (word) => word.slice(0, 1).toLowerCase())
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
const run = 11;

const shared = (text: string, article: string): string[] => {
  const clauses = text
    .split(/[。！？；：，、（）]/)
    .map(bare)
    .filter((clause) => clause.length >= 8);
  const windows = Array.from({ length: Math.max(0, bare(text).length - run + 1) }, (_, i) =>
    bare(text).slice(i, i + run),
  );
  return [...clauses, ...windows].filter((piece) => article.includes(piece));
};

test.skipIf(!present)('no clause of eight characters and no run of eleven is the article’s', () => {
  const article = bare(readFileSync(file, 'utf8'));
  expect(article.length).toBeGreaterThan(1000);
  expect(shared('先说一句，这里每个字对应的向量值是一开始定好的。', article)).not.toEqual([]);
  const texts = [
    ...ids.flatMap((id) => allTexts(narration[id], example)),
    ...Object.values(glossary).map(({ text }) => text),
    ...[ui, training, tour].flatMap(saidBy).map(([, text]) => text),
  ];
  expect(texts.flatMap((text) => shared(visible(text, example.tokens), article))).toEqual([]);
});

test.skipIf(!present).each(['README.md', 'docs/model.md'])('%s copies nothing either', (name) => {
  const article = bare(readFileSync(file, 'utf8'));
  // The article's title is its credit.
  const text = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8').replaceAll(
    /《[^》]*》/g,
    '',
  );
  expect(text.split('\n').flatMap((line) => shared(line, article))).toEqual([]);
});
