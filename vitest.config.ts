/** Unit tests in Node, component tests in a real Chromium: two projects of one runner. */
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { formulasPlugin } from './build/formulas.ts';
import { launchArguments, lookForChromium } from './scripts/chromium.ts';

const executablePath = lookForChromium();

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [react(), formulasPlugin()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react(), formulasPlugin()],
        // Found while a test already runs, a dependency would reload the page under it.
        optimizeDeps: {
          include: [
            '@testing-library/react',
            'comlink',
            'd3',
            'fast-check',
            'lucide-react',
            'react',
            'react-dom',
            'react-dom/client',
            'react-error-boundary',
            'react/jsx-dev-runtime',
            'react/jsx-runtime',
            'tinykeys',
            'valibot',
            'zustand',
            'zustand/middleware',
            'zustand/react/shallow',
            'zustand/vanilla',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/browser/setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: launchArguments,
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
