/** Gives every name of React a variable of its own in the bundle: React is CommonJS, whose names are looked up at every use, thousands of times on this page. */
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

const packages = ['react', 'react/jsx-runtime'] as const;
const PREFIX = '\0names-of:';

/** Who has React itself: React's own packages, and the module that takes the names out of it. */
const isReact = (importer: string): boolean =>
  importer.startsWith(PREFIX) || /\/node_modules\/(?:react|react-dom|scheduler)\//.test(importer);

/** A module with the names of a CommonJS package as constants. */
const namesModule = (id: string, names: readonly string[]): string =>
  [
    `import whole from '${id}';`,
    'export default whole;',
    ...names.map((name) => `export const ${name} = whole.${name};`),
  ].join('\n');

export const reactNamesPlugin = (): Plugin => ({
  name: 'seeing-attention:react-names',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer) =>
    packages.some((name) => name === id) && importer !== undefined && !isReact(importer)
      ? PREFIX + id
      : null,
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const name = id.slice(PREFIX.length);
    return namesModule(name, Object.keys(require(name) as object));
  },
});
