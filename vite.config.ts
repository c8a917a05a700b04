/** Development server for both pages, and the build of the main page; the embed is built by vite.embed.config.ts. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { formulasPlugin } from './build/formulas.ts';
import { layersPlugin } from './build/layers.ts';
import { parametersPlugin } from './build/parameters.ts';
import { reactNamesPlugin } from './build/react-names.ts';
import { smallBuild, smallOutput, smallTree } from './build/output.ts';
import { policyPlugin } from './build/policy.ts';

/** All but the texts that only later bundles read, though one index names them all. */
const neededFirst =
  /^(?!.*\/i18n\/(?:changes|figure|glossary|held|scale-up|terms|tour|training)\.)/;

export default defineConfig({
  ...smallOutput,
  base: './',
  plugins: [
    react(),
    formulasPlugin(),
    parametersPlugin(),
    reactNamesPlugin(),
    layersPlugin(),
    policyPlugin('main'),
  ],
  build: {
    ...smallBuild,
    // The policy allows fonts from the page's own host only, so nothing may become a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: smallTree,
      output: {
        // One file for what the first step needs: a dozen small ones compress worse.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], test: neededFirst },
            // The little that only later bundles share is one file as well.
            {
              name: 'shared',
              test: /\/src\/(?:attention|decoder|example|frame|math|store|viz|walkthrough)\//,
              minShareCount: 2,
            },
          ],
          includeDependenciesRecursively: false,
        },
      },
    },
  },
});
