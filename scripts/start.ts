/** `npm start`: builds the site and serves it, on exactly the port asked for, until it is stopped. One process. */
import { buildSite, dist } from './lib/site.ts';
import { portFrom, runOrExit, serve, staticFiles, stopWith } from './lib/server.ts';

const DEFAULT_PORT = 4173;

await runOrExit(async () => {
  const port = portFrom(process.argv.slice(2), DEFAULT_PORT);
  // The port is taken before the build, so that a taken port is told at once; until the build is done the answer is 503.
  let answer: ReturnType<typeof staticFiles> = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '2' }).end();
  };
  stopWith(await serve((request, response) => answer(request, response), port));
  await buildSite('warn');
  answer = staticFiles(dist);
  process.stdout.write(`看见注意力 · Seeing Attention: http://localhost:${port}/\n`);
});
