/** Where the runners leave their JSON reports, and what those say. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, countVitest, type Counts } from './counts.ts';
import { root } from './site.ts';

interface Runner {
  readonly report: string;
  /** The directories whose tests the runner runs. */
  readonly directories: readonly string[];
  readonly count: (report: never) => Counts;
}

export const runners = {
  vitest: {
    report: 'reports/vitest.json',
    directories: ['tests/unit', 'tests/browser'],
    count: countVitest,
  },
  playwright: {
    report: 'reports/playwright.json',
    directories: ['tests/e2e'],
    count: countPlaywright,
  },
} as const satisfies Record<string, Runner>;

export type RunnerName = keyof typeof runners;

const testFiles = (directory: string): string[] => {
  const path = join(root, directory);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.test\.tsx?$/.test(file),
  );
};

const readReport = (name: RunnerName): string =>
  readFileSync(join(root, runners[name].report), 'utf8');

/** A missing or unreadable report is one failure. */
export const countReport = (name: RunnerName): Counts => {
  try {
    return runners[name].count(JSON.parse(readReport(name)) as never);
  } catch {
    return { passed: 0, failed: 1 };
  }
};

/** Throws where the report says nothing of a test file: an empty run is no success. */
export const assertNothingSkipped = (name: RunnerName): void => {
  const report = readReport(name).replaceAll(String.raw`\\`, '/');
  const silent = runners[name].directories
    .flatMap(testFiles)
    .filter((file) => !report.includes(file.replaceAll('\\', '/')));
  if (silent.length > 0) throw new Error(`no result for ${silent.join(', ')}`);
};
