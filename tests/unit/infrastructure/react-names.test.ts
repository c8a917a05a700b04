/** What the build leaves out of React, and that it notices where something uses it after all. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { reactNamesPlugin } from '../../../build/react-names.ts';

const require = createRequire(import.meta.url);
const plugin = reactNamesPlugin() as unknown as {
  transform(code: string, id: string): { readonly code: string } | null;
  load(id: string): string | null;
};

const fileOf = (path: string): string =>
  require.resolve(`${path.split('/')[0]}/package.json`).replace(/[^/]+\/package\.json$/u, path);

const shrunk = (path: string): string => {
  const file = fileOf(path);
  return plugin.transform(readFileSync(file, 'utf8'), file)?.code ?? '';
};

const exported = (code: string): string[] =>
  [...code.matchAll(/^\s*exports\.(\w+) =/gmu)].map(([, name = '']) => name);

describe('the names of React', () => {
  it('are there where they are used', () => {
    expect(exported(shrunk('react/cjs/react.production.js'))).toEqual(
      expect.arrayContaining(['createContext', 'memo', 'use', 'useLayoutEffect', 'useState']),
    );
  });

  it('are left out where they are not', () => {
    const names = exported(shrunk('react/cjs/react.production.js'));
    expect(['Children', 'cloneElement', 'useReducer'].filter((n) => names.includes(n))).toEqual([]);
  });

  it.each([
    'react/cjs/react.production.js',
    'react-dom/cjs/react-dom.production.js',
    'react-dom/cjs/react-dom-client.production.js',
    'scheduler/cjs/scheduler.production.js',
  ])('leave %s a program', (path) => {
    const code = shrunk(path);
    expect(code.length).toBeLessThan(readFileSync(fileOf(path), 'utf8').length);
    expect(() => new Script(code)).not.toThrow();
  });

  it('cannot be imported once they are left out, so that such a build fails', () => {
    const names = plugin.load('\0names-of:react') ?? '';
    expect([names.includes('const useState'), names.includes('const useReducer')]).toEqual([
      true,
      false,
    ]);
  });

  it('stop the build where a library uses one that is left out', () => {
    expect(() => plugin.transform('React.useReducer(a, b)', '/x/node_modules/y/index.js')).toThrow(
      'React.useReducer, which is left out',
    );
  });

  it('stop the build where React no longer has one', () => {
    expect(() => plugin.transform('', '/x/node_modules/react/cjs/react.production.js')).toThrow(
      'React has no Activity to leave out',
    );
  });

  it('leave other files as they are', () => {
    expect(plugin.transform('React.useState(1)', '/x/src/app/App.tsx')).toBeNull();
  });
});
