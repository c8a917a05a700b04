/** `npm run mutants`: applies each mutant on its own to a copy of the core and demands that the tests turn red. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutants, type Mutant } from './mutants/mutants.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const parallel = 2;
const folders = ['math', 'attention', 'decoder'];

/** The copy's own configuration: nothing but these tests, no cache in the shared node_modules. */
const configuration = `export default {
  cacheDir: '.cache',
  test: { include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000, maxWorkers: 1 },
};
`;

interface Outcome {
  readonly name: string;
  readonly verdict: 'killed' | 'SURVIVED' | 'ERROR';
  readonly detail: string;
}

/** A copy of the core and its tests; node_modules and the read-only fixtures are linked. */
const copyTree = (place: string): void => {
  for (const folder of folders) {
    for (const path of [`src/${folder}`, `tests/unit/${folder}`]) {
      cpSync(join(root, path), join(place, path), { recursive: true });
    }
  }
  cpSync(join(root, 'tests/support'), join(place, 'tests/support'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(root, file), join(place, file));
  symlinkSync(join(root, 'tests/fixtures'), join(place, 'tests/fixtures'));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'));
  writeFileSync(join(place, 'vitest.config.ts'), configuration);
};

/** Replaces the mutant's text; returns why not where it does not occur exactly once. */
const applyMutant = (place: string, { file, find, replace }: Mutant): string | null => {
  const path = join(place, file);
  const parts = readFileSync(path, 'utf8').split(find);
  if (parts.length !== 2) return `its text occurs ${parts.length - 1} times in ${file}`;
  let text = parts.join(replace);
  // A mutant may call an operation that its file does not import yet.
  for (const name of ['matmul', 'concatCols']) {
    const imported = text.slice(0, text.indexOf("math/index.ts'"));
    if (new RegExp(`\\b${name}\\(`).test(replace) && !new RegExp(`\\b${name}\\b`).test(imported)) {
      text = `import { ${name} } from '../math/index.ts';\n${text}`;
    }
  }
  writeFileSync(path, text);
  return null;
};

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the copy's tests up to the first failure. Null where the runner wrote no report. */
const runTests = async (place: string, only: string | undefined): Promise<Report | null> => {
  const report = join(place, 'report.json');
  await new Promise<void>((resolve, reject) => {
    const runner = join(root, 'node_modules/vitest/vitest.mjs');
    const filter = only === undefined ? [] : ['-t', only];
    const child = spawn(
      process.execPath,
      [runner, 'run', '--bail=1', '--reporter=json', `--outputFile=${report}`, ...filter],
      { cwd: place, stdio: 'ignore' },
    );
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
  return existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null;
};

const judge = (name: string, only: string | undefined, report: Report | null): Outcome => {
  if (report === null) return { name, verdict: 'ERROR', detail: 'the runner wrote no report' };
  const failed = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed');
  if (failed) {
    const shapes = only !== undefined && failed.failureMessages.join('').includes('ShapeError');
    if (shapes) return { name, verdict: 'ERROR', detail: 'fell to a shape, not to a value' };
    return { name, verdict: 'killed', detail: failed.fullName };
  }
  // A file that could not even be loaded has a message and no tests: that proves nothing.
  const broken = report.testResults.find(({ assertionResults }) => assertionResults.length === 0);
  if (broken?.message) {
    return { name, verdict: 'ERROR', detail: broken.message.replaceAll(/\s+/g, ' ') };
  }
  return { name, verdict: 'SURVIVED', detail: `${report.numPassedTests} tests passed` };
};

/** One mutant in its own copy of the tree; without a mutant, the tests as they are. */
const tryMutant = async (scratch: string, index: number, mutant?: Mutant): Promise<Outcome> => {
  const name = mutant?.name ?? 'no mutant';
  const place = join(scratch, String(index));
  mkdirSync(place);
  copyTree(place);
  const problem = mutant ? applyMutant(place, mutant) : null;
  if (problem) return { name, verdict: 'ERROR', detail: problem };
  const outcome = judge(name, mutant?.only, await runTests(place, mutant?.only));
  rmSync(place, { recursive: true, force: true });
  return outcome;
};

const print = ({ verdict, name, detail }: Outcome): void => {
  console.log(`${verdict.padEnd(9)} ${name.padEnd(62)} ${detail.slice(0, 110)}`);
};

const main = async (): Promise<number> => {
  const scratch = mkdtempSync(join(tmpdir(), 'mutants-'));
  try {
    // Red tests would kill every mutant, so they must be green before anything is concluded.
    const clean = await tryMutant(scratch, 0);
    if (clean.verdict !== 'SURVIVED') {
      print({ ...clean, verdict: 'ERROR' });
      return 1;
    }
    const waiting = mutants.map((mutant, i) => ({ mutant, index: i + 1 }));
    const outcomes: Outcome[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const outcome = await tryMutant(scratch, next.index, next.mutant);
        outcomes.push(outcome);
        print(outcome);
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
    const killed = outcomes.filter(({ verdict }) => verdict === 'killed').length;
    console.log(`${killed} of ${mutants.length} mutants killed; without a mutant ${clean.detail}`);
    return killed === mutants.length ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

process.exitCode = await main();
