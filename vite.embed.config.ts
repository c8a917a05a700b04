/** Builds dist/embed.html as one file that works from disk and inside a sandboxed frame on another origin. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { formulasPlugin } from './build/formulas.ts';
import { policyPlugin } from './build/policy.ts';

/** An embed computes between its own tasks, as a page does that may have no worker: a worker's copy of the library would make the file heavier. */
const withoutWorkers: Plugin = {
  name: 'without-workers',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('?worker&inline')
      ? 'export default class { constructor() { throw new Error("embed: no worker"); } }'
      : null,
};

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [withoutWorkers, react(), formulasPlugin(), viteSingleFile(), policyPlugin('embed')],
  build: {
    target: 'es2023',
    // The main page was built into the same directory before.
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: 'embed.html' },
  },
});
