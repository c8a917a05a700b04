/** Packs the library as npm would publish it, puts it into an empty project and computes one attention from there. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/site.ts';
import { runOrExit } from './lib/server.ts';

/** Runs inside the empty project: plain Node, the three entries, weights that have to sum to 1. */
const PROGRAM = `
import { fromRows, toRows } from 'seeing-attention/math';
import { attend } from 'seeing-attention/attention';
import { decode } from 'seeing-attention/decoder';
if (typeof decode !== 'function') throw new Error('seeing-attention/decoder has no decode');
const identity = fromRows([[1, 0], [0, 1]]);
const trace = attend(fromRows([[1, 0], [0, 1], [1, 1]]), { wq: identity, wk: identity, wv: identity }, { nHeads: 1, causal: true });
const rows = toRows(trace.heads[0].weights);
for (const row of rows) {
  const sum = row.reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 1) > 1e-12) throw new Error('a row of weights sums to ' + sum);
}
if (rows[0][0] !== 1 || rows[0][1] !== 0) throw new Error('the first row sees the future: ' + rows[0]);
console.log('one attention from the package: 3×3 weights, rows sum to 1');
`;

await runOrExit(async () => {
  const project = mkdtempSync(join(tmpdir(), 'seeing-attention-package-'));
  try {
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', project], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const tarball = readdirSync(project).find((file) => file.endsWith('.tgz'));
    if (tarball === undefined) throw new Error('npm pack made no file');
    const target = join(project, 'node_modules', 'seeing-attention');
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(project, tarball), '-C', target, '--strip-components=1']);
    const packed = readdirSync(target);
    const unwanted = packed.filter(
      (name) => !/^(?:lib|package\.json|LICENSE|README.*)$/.test(name),
    );
    if (unwanted.length > 0) throw new Error(`the package also holds ${unwanted.join(', ')}`);
    for (const entry of ['math', 'attention', 'decoder']) {
      if (!readdirSync(join(target, 'lib', entry)).includes('index.d.ts')) {
        throw new Error(`lib/${entry} has no index.d.ts`);
      }
    }
    writeFileSync(join(project, 'smoke.mjs'), PROGRAM);
    execFileSync(process.execPath, ['smoke.mjs'], { cwd: project, stdio: 'inherit' });
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
});
