/** `npm run build`: the site to dist/, the library entries to lib/. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite, root } from './lib/site.ts';
import { runOrExit } from './lib/server.ts';

await runOrExit(async () => {
  await buildSite('info');
  rmSync(join(root, 'lib'), { recursive: true, force: true });
  const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.lib.json'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('build: lib/ did not compile');
});
