/** The static server of `npm start` and of the end-to-end tests: a built directory on both loopback addresses, 404 for everything else. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** A name may resolve to either loopback address, so both are served; a machine without IPv6 serves one. */
const LOOPBACK = ['127.0.0.1', '::1'] as const;

/** Answers from the files that were in `directory` when it was called: nothing outside it can be reached. */
export const staticFiles = (directory: string): RequestListener => {
  const notFoundPage = join(directory, '404.html');
  const notFound = existsSync(notFoundPage) ? readFileSync(notFoundPage) : '404 Not Found\n';
  const files = sirv(directory, { etag: true, extensions: ['html'] });
  return (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    files(request, response, () => {
      const type = typeof notFound === 'string' ? 'text/plain' : 'text/html';
      response.writeHead(404, { 'Content-Type': `${type};charset=utf-8` });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    });
  };
};

const listen = (listener: RequestListener, host: string, port: number): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const noSuchAddress = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      if (noSuchAddress) resolve(null);
      else if (error.code === 'EADDRINUSE') {
        reject(new Error(`port ${port} is taken; choose another with --port N`));
      } else reject(error);
    });
    server.listen({ host, port, ipv6Only: true }, () => resolve(server));
  });

/** Listens on exactly this port of every loopback address, or throws. */
export const serve = async (
  listener: RequestListener,
  port: number,
): Promise<readonly Server[]> => {
  const servers: Server[] = [];
  try {
    for (const host of LOOPBACK) {
      // One after the other: the first address decides whether the port is free.
      const server = await listen(listener, host, port);
      if (server !== null) servers.push(server);
    }
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
  if (servers.length === 0) throw new Error('this machine has no loopback address to serve on');
  return servers;
};

/** `--port N` out of the arguments, else the default; anything that is no port number throws. */
export const portFrom = (args: readonly string[], byDefault: number): number => {
  const at = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  if (at === -1) return byDefault;
  const text = args[at]?.split('=')[1] ?? args[at + 1] ?? '';
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`--port takes a number from 1 to 65535, got ${JSON.stringify(text)}`);
};

/** The parent and, where the system tells, the parent's parent: npm may stand behind a shell that outlives it. */
const ancestors = (): string => {
  const parent = process.ppid;
  try {
    return `${parent} ${/\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))?.[1]}`;
  } catch {
    return String(parent);
  }
};

/** Ends the process on the signals that stop a server, and when the npm that started it is gone. */
export const stopWith = (servers: readonly Server[]): void => {
  const stop = (): void => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const atStart = ancestors();
  setInterval(() => {
    if (ancestors() !== atStart) stop();
  }, 500).unref();
};

/** Runs a script's main function; a failure is one line on standard error and exit code 1. */
export const runOrExit = async (main: () => Promise<void>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
};
