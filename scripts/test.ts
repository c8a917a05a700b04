/** `npm test`: finds or installs a browser, builds, and runs every test; one runner's failure does not keep the next from running. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { assertNothingSkipped } from './lib/reports.ts';
import { root } from './lib/site.ts';
import { runSteps } from './lib/steps.ts';

// A report or a site left from an earlier run must not stand for this one.
for (const stale of ['reports', 'dist'])
  rmSync(join(root, stale), { recursive: true, force: true });

process.exitCode = runSteps([
  { name: 'browser', run: () => void process.stdout.write(`${ensureChromium()}\n`) },
  { name: 'build', run: ['node', '--import', 'tsx', 'scripts/build.ts'] },
  {
    name: 'unit and browser tests',
    run: [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=reports/vitest.json',
    ],
  },
  { name: 'every unit and browser test file ran', run: () => assertNothingSkipped('vitest') },
  { name: 'end-to-end tests', run: ['npx', 'playwright', 'test'] },
  { name: 'every end-to-end test file ran', run: () => assertNothingSkipped('playwright') },
]);
