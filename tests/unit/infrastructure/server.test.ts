/** The static server behind `npm start`: strict about its port, and answering nothing that was not built. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { portFrom, serve, staticFiles } from '../../../scripts/lib/server.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      probe.close(() => resolve(port));
    });
  });

describe('portFrom', () => {
  test.each([
    [[], 4173],
    [['--port', '80'], 80],
    [['--port=8080'], 8080],
  ])('%j → %i', (args, port) => {
    expect(portFrom(args, 4173)).toBe(port);
  });

  test.each([[['--port']], [['--port', 'x']], [['--port', '0']], [['--port', '65536']]])(
    '%j throws',
    (args) => {
      expect(() => portFrom(args, 4173)).toThrow('--port takes a number');
    },
  );
});

describe('a served directory', () => {
  const parent = mkdtempSync(join(tmpdir(), 'server-'));
  let servers: readonly Server[] = [];
  let port = 0;

  /** The path goes out as it is written: fetch would resolve the dots itself. */
  const get = (path: string): Promise<{ status: number; type: string; body: string }> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            type: response.headers['content-type'] ?? '',
            body,
          }),
        );
      })
        .on('error', reject)
        .end();
    });

  beforeAll(async () => {
    const site = mkdtempSync(join(parent, 'site-'));
    writeFileSync(join(parent, 'secret.txt'), 'secret');
    writeFileSync(join(site, 'index.html'), 'home');
    writeFileSync(join(site, '404.html'), 'nothing here');
    port = await freePort();
    servers = await serve(staticFiles(site), port);
  });

  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(parent, { recursive: true, force: true });
  });

  test('answers what was built, with its type', async () => {
    expect(await get('/')).toEqual({ status: 200, type: 'text/html;charset=utf-8', body: 'home' });
  });

  test.each(['/nothing', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%'])(
    'answers %s with 404 and its page',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, body: 'nothing here' });
    },
  );

  test('a taken port is refused in one line', async () => {
    await expect(serve(() => {}, port)).rejects.toThrow(`port ${port} is taken`);
  });
});
