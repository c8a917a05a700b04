/**
 * Makes React small. It is CommonJS, whose names are all kept, and looked up at every use: here every name has a variable
 * of its own in the bundle, and those that nothing on the page uses are left out.
 */
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);

const packages = ['react', 'react/jsx-runtime'] as const;
const PREFIX = '\0names-of:';

/** What is left out, by file. The build fails where something uses it after all, or where React no longer has it. */
const unused: Readonly<Record<string, readonly string[]>> = {
  'react/cjs/react.production.js': [
    'Activity',
    'Children',
    'Profiler',
    'PureComponent',
    'ViewTransition',
    '__COMPILER_RUNTIME',
    'addTransitionType',
    'cache',
    'cacheSignal',
    'cloneElement',
    'createRef',
    'unstable_useCacheRefresh',
    'useActionState',
    'useImperativeHandle',
    'useInsertionEffect',
    'useOptimistic',
    'useReducer',
    'useTransition',
  ],
  'react-dom/cjs/react-dom.production.js': [
    'browser',
    'createPortal',
    'flushSync',
    'preconnect',
    'prefetchDNS',
    'preinit',
    'preinitModule',
    'preload',
    'preloadModule',
    'requestFormReset',
    'unstable_batchedUpdates',
    'useFormState',
    'useFormStatus',
  ],
  'react-dom/cjs/react-dom-client.production.js': ['hydrateRoot'],
  'scheduler/cjs/scheduler.production.js': [
    'unstable_Profiling',
    'unstable_forceFrameRate',
    'unstable_next',
    'unstable_runWithPriority',
  ],
};

const everyUnused = Object.values(unused).flat();
const use = new RegExp(
  String.raw`\b(?:React|ReactDOM|Scheduler)\.(?:${everyUnused.join('|')})\b`,
  'u',
);

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

/** A CommonJS file of React without the statement that exports a name; they stand behind each other at its end. */
const without = (code: string, name: string): string => {
  const statement = new RegExp(String.raw`^exports\.${name} = .*?^(?=exports\.)`, 'msu');
  if (!statement.test(code)) throw new Error(`react names: React has no ${name} to leave out`);
  return code.replace(statement, '');
};

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
    const names = Object.keys(require(name) as object);
    return namesModule(
      name,
      names.filter((one) => !everyUnused.includes(one)),
    );
  },
  transform(code, id) {
    const file = Object.keys(unused).find((path) => id.endsWith(`/node_modules/${path}`));
    const kept = (unused[file ?? ''] ?? []).reduce(without, code);
    // React itself only speaks of its names.
    const [used] = (!id.includes('/node_modules/react/') && use.exec(kept)) || [];
    if (used !== undefined) throw new Error(`react names: ${id} uses ${used}, which is left out`);
    return file === undefined ? null : { code: kept, map: null };
  },
});
