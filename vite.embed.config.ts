/** Builds dist/embed.html as one file that works from disk and inside a sandboxed frame on another origin. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { formulasPlugin } from './build/formulas.ts';
import { policyPlugin } from './build/policy.ts';

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [react(), formulasPlugin(), viteSingleFile(), policyPlugin('embed')],
  build: {
    target: 'es2023',
    // The main page was built into the same directory before.
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: 'embed.html' },
  },
});
