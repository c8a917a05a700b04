/** What a clone must not carry: addresses of a registry, paths of somebody's machine, or a font without what formulas need. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What is, or is about to be, in a commit. */
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));

const BINARY = /\.(?:woff2?|png|jpe?g|ico|gif|pdf)$/;

test('the lockfile names no address to download from', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(
    /"resolved":|https?:\/\/[^"]*registry/,
  );
});

test('the lockfile has every optional dependency, without which npm ci refuses to install', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
    .filter((name) => !locked.has(name));
  expect(missing).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test("no file holds a path of somebody's machine", () => {
  // Put together here, so that this file does not hold one itself.
  const machine = new RegExp(
    `(?<![\\w.~-])/(?:${['work', 'root', 'home', 'Users'].join('|')})/[\\w.-]`,
  );
  const guilty = files
    .filter((file) => !BINARY.test(file) && file !== 'package-lock.json')
    .filter((file) => machine.test(readFileSync(join(root, file), 'utf8')));
  expect(files.length).toBeGreaterThan(10);
  expect(guilty).toEqual([]);
});

test('the math font keeps within its budget and has its licence beside it', () => {
  expect(statSync(join(root, 'src/ui/fonts/seeing-math.woff2')).size).toBeLessThanOrEqual(
    20 * 1024,
  );
  expect(readFileSync(join(root, 'src/ui/fonts/OFL.txt'), 'utf8')).toContain(
    'SIL OPEN FONT LICENSE',
  );
});
