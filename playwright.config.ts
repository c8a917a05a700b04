/** End-to-end tests of the built site, from its own origin and embedded from a second one. */
import { defineConfig } from '@playwright/test';
import { launchArguments, lookForChromium } from './scripts/chromium.ts';
import { returningReader } from './scripts/lib/returning-reader.ts';
import { blogOrigin, siteOrigin } from './tests/e2e/support/origins.ts';

const executablePath = lookForChromium();
const server = (script: string, url: string) => ({
  command: `node --import tsx ${script}`,
  url: `${url}/`,
  reuseExistingServer: false,
  stdout: 'ignore' as const,
  stderr: 'pipe' as const,
});

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  outputDir: 'test-results',
  snapshotPathTemplate: 'tests/e2e/pictures/{arg}{ext}',
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  use: {
    baseURL: siteOrigin,
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    storageState: returningReader(siteOrigin),
    launchOptions: {
      args: launchArguments,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: [
    server('tests/e2e/support/site-server.ts', siteOrigin),
    server('tests/e2e/support/blog-server.ts', blogOrigin),
  ],
});
