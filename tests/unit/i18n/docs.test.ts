/** The documents tell the truth: commands, files, steps, link keys, glossary and shapes that they name exist as they say. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parameterNames } from '../../../src/decoder/index.ts';
import { exampleShape, trainedParameters, trainedVocabulary } from '../../../src/example/index.ts';
import trained from '../../../src/example/parameters.json';
import { glossary } from '../../../src/i18n/glossary.zh-CN.ts';
import { readLink } from '../../../src/store/index.ts';
import { steps } from '../../../src/walkthrough/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const documents = [
  'README.md',
  'README.en.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/model.md',
] as const;
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The rows of every table of a document, cells trimmed. */
const tableRows = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );

const codes = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

describe.each(documents)('%s', (file) => {
  const text = read(file);

  test('names only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run ([\w:]+)|(start|test)\b)/g)].map(
      ([, run, word]) => run ?? word ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('links only to files that exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, target = '']) => target,
    );
    expect(targets.filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([]);
  });

  test('names only files that exist', () => {
    const paths = [...text.matchAll(/`((?:src|tests|scripts|build|docs)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe.each(['README.md', 'README.en.md'])('%s', (file) => {
  const text = read(file);

  test('lists every step by its id, in order', () => {
    const ids = steps.map(({ id }) => id as string);
    const named = tableRows(text)
      .flatMap(([, second = '']) => codes(second))
      .filter((code) => ids.includes(code));
    expect(named).toEqual(ids);
  });

  test('no longer says that the parameters are not trained', () => {
    expect(text).not.toMatch(/还没有训练|尚未训练|not trained|untrained/);
  });
});

test.each(['README.md', 'README.en.md', 'docs/architecture.md'])(
  '%s: every link key takes the values it is said to take',
  (file) => {
    const known = [
      'step',
      'figure',
      'beat',
      't',
      'view',
      'heads',
      'head',
      'mask',
      'scale',
      'off',
      'fill',
      'lang',
      'theme',
    ];
    const listed = new Set<string>();
    for (const [first = '', second = ''] of tableRows(read(file))) {
      for (const key of codes(first).filter((code) => known.includes(code))) {
        listed.add(key);
        for (const value of codes(second).filter(
          (code) => /^[\w-]+$/.test(code) && !known.includes(code),
        )) {
          // A moment belongs to a stop that moves.
          const place = key === 't' ? 'step=scores&' : '';
          if (codes(first).length === 1)
            expect(readLink(`?${place}${key}=${value}`).rejected, `${key}=${value}`).toEqual([]);
        }
      }
    }
    expect([...listed].toSorted()).toEqual(known.toSorted());
  },
);

describe('docs/architecture.md', () => {
  const text = read('docs/architecture.md');

  test('lists every folder of src, and no other', () => {
    const tree = /```\nindex\.html[\s\S]*?src\/\n([\s\S]*?)\nbuild\//.exec(text)?.[1] ?? '';
    const listed = [...tree.matchAll(/^ {2}(\w+)\//gm)].map(([, name = '']) => name);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'types')
      .map(({ name }) => name);
    expect(listed.toSorted()).toEqual(folders.toSorted());
  });

  test('its glossary has the terms of the interface, by the same Chinese names', () => {
    const [, after = ''] = text.split('## Glossary');
    const rows = tableRows(after.split('\n## ')[0] ?? '').filter(([first = '']) =>
      first.startsWith('`'),
    );
    expect(rows.flatMap(([first = '']) => codes(first)).toSorted()).toEqual(
      Object.keys(glossary).toSorted(),
    );
    for (const [first = '', , chinese = ''] of rows) {
      for (const code of codes(first))
        expect(glossary[code as keyof typeof glossary].name).toContain(chinese);
    }
  });
});

describe('docs/model.md', () => {
  const text = read('docs/model.md');
  const parameters = trainedParameters();
  const count = parameterNames.reduce((sum, name) => sum + parameters[name].data.length, 0);
  const vocabSize = trainedVocabulary.length;

  test.each([
    ['维度 d_model', exampleShape.dModel],
    ['头数', exampleShape.nHeads],
    ['头的宽度 d_k = d_model / h', exampleShape.dModel / exampleShape.nHeads],
    ['前馈网络中间层', exampleShape.dFF],
    ['词表', vocabSize],
    ['最长句子', exampleShape.contextLength],
    ['参数', count],
    ['dimension d_model', exampleShape.dModel],
    ['heads', exampleShape.nHeads],
    ['head width d_k = d_model / h', exampleShape.dModel / exampleShape.nHeads],
    ['hidden layer of the feed-forward network', exampleShape.dFF],
    ['vocabulary', vocabSize],
    ['longest sentence', exampleShape.contextLength],
    ['parameters', count],
  ])('the size of %s is %d', (quantity, size) => {
    const row = tableRows(text).find(([first]) => first === quantity);
    expect(Number.parseInt(row?.[1] ?? '', 10)).toBe(size);
  });

  test('shapes in the formulas use the same sizes', () => {
    const { dModel, dFF } = exampleShape;
    const widths = new Set([...text.matchAll(/n×(\d+)/g)].map(([, width]) => Number(width)));
    expect([...widths].toSorted((a, b) => a - b)).toEqual([dModel, dFF, vocabSize]);
  });

  const [, chinese = '', english = '', ...more] = text.split(/^# /m);

  /** Whole figures only: 0.04 is not part of 0.041, nor 22 of 0.22. */
  const mentions = (half: string, figure: string): boolean =>
    new RegExp(`(?<![\\d.,])${figure.replaceAll('.', '\\.')}(?![\\d]|[.,]\\d)`).test(half);

  test('has two halves, Chinese and English', () => {
    expect([chinese.split('\n')[0], english.split('\n')[0], more]).toEqual([
      '模型：算了什么，简化了什么',
      'The model: what is computed, what is simplified',
      [],
    ]);
  });

  test.each([
    ['sentences', String(trained.sentences)],
    ['vocabulary', String(vocabSize)],
    ['parameters', String(count)],
    ['mean loss', trained.loss.mean.toFixed(3)],
    ['entropy floor', trained.entropyFloor.mean.toFixed(3)],
    ['loss without attention', trained.lossWithoutAttention.mean.toFixed(3)],
    ['seed', String(trained.plan.seed)],
    ['steps', String(trained.plan.steps)],
    ['weight decay', String(trained.plan.weightDecay)],
    ['learning rate', String(trained.plan.learningRate)],
  ])('both halves give the training’s %s as %s', (_, figure) => {
    expect([mentions(chinese, figure), mentions(english, figure)]).toEqual([true, true]);
  });

  test('its program imports only what there is', async () => {
    const [, program = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
    const imports = [...program.matchAll(/import \{([^}]+)\} from '\.\/(src\/[\w/.-]+)'/g)];
    const missing = await Promise.all(
      imports.map(async ([, names = '', path = '']) => {
        const module = (await import(join(root, path))) as Record<string, unknown>;
        return names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && !(name in module));
      }),
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(missing.flat()).toEqual([]);
  });
});
