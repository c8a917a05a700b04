/** Serves the built site to the end-to-end tests, exactly as `npm start` does. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../../scripts/lib/site.ts';
import { runOrExit, serve, staticFiles, stopWith } from '../../../scripts/lib/server.ts';
import { sitePort } from './origins.ts';

await runOrExit(async () => {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('no dist/: run npm run build first');
  stopWith(await serve(staticFiles(dist), sitePort));
});
