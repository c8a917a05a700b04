/** Plants forbidden and permitted imports in every folder of src and sees the linter tell them apart: a gate that cannot fail is none. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const CORE = ['math', 'attention', 'decoder', 'example', 'walkthrough'] as const;

/** What each folder may import: other folders, and packages. Anything else is forbidden. */
const PERMITTED: Readonly<
  Record<string, { folders: readonly string[]; packages: readonly string[] }>
> = {
  math: { folders: [], packages: [] },
  attention: { folders: ['math'], packages: [] },
  decoder: { folders: ['math', 'attention'], packages: [] },
  example: { folders: ['math', 'attention', 'decoder'], packages: [] },
  training: { folders: ['math', 'attention', 'decoder', 'example'], packages: [] },
  walkthrough: { folders: ['math', 'attention', 'decoder', 'example'], packages: [] },
  choreography: { folders: [], packages: [] },
  store: {
    folders: [...CORE, 'choreography'],
    packages: ['zustand', 'zustand/vanilla', 'valibot'],
  },
  i18n: { folders: [], packages: [] },
  viz: { folders: ['math'], packages: ['react', 'd3'] },
  frame: {
    folders: [...CORE, 'choreography', 'store', 'viz', 'i18n'],
    packages: ['react', 'zustand', 'zustand/vanilla'],
  },
  scenes: {
    folders: [...CORE, 'choreography', 'store', 'viz', 'i18n', 'frame'],
    packages: ['react', 'd3', 'virtual:formulas'],
  },
  ui: {
    folders: [...CORE, 'choreography', 'store', 'viz', 'i18n', 'frame'],
    packages: ['react', 'd3', 'virtual:formulas'],
  },
  changes: {
    folders: [...CORE, 'choreography', 'store', 'viz', 'i18n', 'frame', 'ui'],
    packages: ['react', 'valibot'],
  },
  columns: {
    folders: [...CORE, 'choreography', 'store', 'viz', 'i18n', 'frame', 'scenes'],
    packages: ['react', 'virtual:formulas/columns'],
  },
  app: {
    folders: [
      ...CORE,
      'choreography',
      'training',
      'store',
      'viz',
      'i18n',
      'frame',
      'scenes',
      'ui',
      'changes',
      'columns',
    ],
    packages: [
      'react',
      'react-dom/client',
      'd3',
      'zustand',
      'zustand/vanilla',
      'valibot',
      'comlink',
    ],
  },
};

const FOLDERS = [...Object.keys(PERMITTED), 'somewhere-new'];
const PACKAGES = [
  'react',
  'react-dom/client',
  'd3',
  'zustand',
  'zustand/vanilla',
  'valibot',
  'comlink',
];

interface Planted {
  readonly file: string;
  readonly source: string;
  readonly allowed: boolean;
}

/** Every pair of folders and every folder with every package, from a file of the folder and from one of a folder inside it. */
const planted: readonly Planted[] = FOLDERS.flatMap((folder) => {
  const permitted = PERMITTED[folder] ?? { folders: [], packages: [] };
  const own = folder in PERMITTED;
  const others = FOLDERS.filter((other) => other !== folder);
  return [
    { depth: '', up: '../' },
    { depth: 'inner/', up: '../../' },
  ].flatMap(({ depth, up }) => {
    const plant = (source: string, allowed: boolean): Planted => ({
      file: `src/${folder}/${depth}file.ts`,
      source,
      allowed,
    });
    return [
      plant('./sibling.ts', own),
      ...others.map((other) => plant(`${up}${other}/index.ts`, permitted.folders.includes(other))),
      ...PACKAGES.map((name) => plant(name, permitted.packages.includes(name))),
      plant('node:fs', false),
      plant(`./${up}build/policy.ts`, false),
      plant(`${up}../scripts/test.ts`, false),
      plant(`./${up}other/index.ts`, false),
    ];
  });
});

let directory = '';
/** `file: source` of each import that the linter refused. */
const refused = new Set<string>();

interface Diagnostic {
  readonly message: string;
  readonly filename: string;
  readonly code: string;
}

const lint = (): readonly Diagnostic[] => {
  const program = join(root, 'node_modules/oxlint/bin/oxlint');
  try {
    const output = execFileSync(process.execPath, [program, '-f', 'json', 'src'], {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return (JSON.parse(output) as { diagnostics: Diagnostic[] }).diagnostics;
  } catch (error) {
    // The linter's exit code is 1 where it found something, which is what this test is about.
    const { stdout } = error as { stdout: string };
    return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  }
};

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'import-direction-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(directory, '.oxlintrc.json'));
  for (const file of new Set(planted.map((one) => one.file))) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    const lines = planted
      .filter((one) => one.file === file)
      .map(({ source }, index) => `export * as name${index} from '${source}';`);
    writeFileSync(join(directory, file), `${lines.join('\n')}\n`);
  }
  for (const { message, filename, code } of lint()) {
    const source = /^'([^']+)' import is restricted/.exec(message)?.[1];
    if (code.includes('no-restricted-imports') && source !== undefined) {
      refused.add(`${filename.replaceAll('\\', '/')}: ${source}`);
    }
  }
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('import direction', () => {
  test.each(FOLDERS)(
    'src/%s: what it may not import is refused, what it may import passes',
    (folder) => {
      const mine = planted.filter(({ file }) => file.startsWith(`src/${folder}/`));
      const wrong = mine.filter(
        ({ file, source, allowed }) => refused.has(`${file}: ${source}`) === allowed,
      );
      expect(mine.length).toBeGreaterThan(30);
      expect(
        wrong.map(
          ({ file, source, allowed }) =>
            `${file} → ${source} should ${allowed ? 'pass' : 'be refused'}`,
        ),
      ).toEqual([]);
    },
  );

  test('every folder of src has its line here, and no file lies outside a folder', () => {
    const entries = readdirSync(join(root, 'src'), { withFileTypes: true });
    const unknown = entries.filter(
      (entry) => !entry.isDirectory() || !(entry.name in PERMITTED || entry.name === 'types'),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
});
