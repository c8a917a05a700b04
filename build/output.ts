/** How both pages are made small; the kernel's speed is measured on what comes out (`npm run bench`). */
import type { UserConfig } from 'vite';
import { className } from './class-names.ts';

export const smallOutput = {
  css: { modules: { generateScopedName: className } },
  // Terser does not reach into the workers that are inlined.
  worker: { rolldownOptions: { output: { minify: true } } },
} satisfies UserConfig;

export const smallBuild = {
  target: 'es2023',
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  minify: 'terser',
  terserOptions: {
    ecma: 2020,
    module: true,
    compress: { passes: 3, pure_getters: true, keep_fargs: false, inline: 1, unsafe_comps: true },
  },
} satisfies UserConfig['build'];

/** d3-array is one file, whose ready-made functions would stay for the one function that is used. */
export const smallTree = {
  manualPureFunctions: ['Blur2', 'bisector', 'shuffler'],
  propertyReadSideEffects: false,
} as const;
