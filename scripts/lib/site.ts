/** Builds dist/: the main page, then the one-file embed beside it. */
import { fileURLToPath } from 'node:url';
import { build, type LogLevel } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = fileURLToPath(new URL('../../dist', import.meta.url));

export const buildSite = async (logLevel: LogLevel): Promise<void> => {
  for (const configFile of ['vite.config.ts', 'vite.embed.config.ts']) {
    // The second build adds to what the first one wrote.
    await build({ root, configFile: `${root}/${configFile}`, logLevel });
  }
};
