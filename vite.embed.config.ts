/** Builds dist/embed.html as one file that works from disk and inside a sandboxed frame on another origin. */
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { formulasPlugin } from './build/formulas.ts';
import { parametersPlugin } from './build/parameters.ts';
import { reactNamesPlugin } from './build/react-names.ts';
import { smallBuild, smallOutput, smallTree } from './build/output.ts';
import { policyPlugin } from './build/policy.ts';

/** What is left out of an embed, so that the file stays light. */
const lighter: Plugin = {
  name: 'lighter-embed',
  enforce: 'pre',
  load: (id) => {
    // It computes between its own tasks, as a page does that may have no worker; a worker holds a copy of the library.
    if (id.endsWith('?worker&inline'))
      return 'export default class { constructor() { throw new Error("embed: no worker"); } }';
    // It shows titles and captions; the text stands in the article around it.
    const [, language] = /\/i18n\/narration\.([\w-]+)\.ts$/.exec(id) ?? [];
    return language ? `export { titles as narration } from './titles.${language}.ts';` : null;
  },
};

export default defineConfig({
  ...smallOutput,
  base: './',
  publicDir: false,
  plugins: [
    lighter,
    react(),
    formulasPlugin(),
    parametersPlugin(),
    reactNamesPlugin(),
    viteSingleFile(),
    policyPlugin('embed'),
  ],
  build: {
    ...smallBuild,
    // The main page was built into the same directory before.
    emptyOutDir: false,
    modulePreload: false,
    rolldownOptions: { input: 'embed.html', treeshake: smallTree },
  },
});
