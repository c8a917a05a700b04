/** The order of the style layers, put in front of every style sheet of the build. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { layersPlugin, layerStatement } from '../../../build/layers.ts';

const tokens = readFileSync(
  fileURLToPath(new URL('../../../src/app/tokens.css', import.meta.url)),
  'utf8',
);

describe('layerStatement', () => {
  test('is what the tokens begin with, behind their comment', () => {
    expect(layerStatement(tokens)).toBe('@layer base, ui, scenes, app;');
  });

  test('a style sheet that begins otherwise has none', () => {
    expect(() => layerStatement('@layer base { a {} }')).toThrow(/do not begin with @layer/);
  });
});

test('every style sheet of a build begins with it, and nothing else is touched', () => {
  const asset = (fileName: string, source: string) => ({ type: 'asset', fileName, source });
  const bundle = {
    a: asset('assets/a.css', 'a{}'),
    b: asset('assets/b.css', 'b{}'),
    page: asset('index.html', '<p>'),
  };
  const { generateBundle } = layersPlugin();
  const { handler } = generateBundle as unknown as {
    handler: (options: unknown, bundle: unknown) => void;
  };
  handler({}, bundle);
  expect(Object.values(bundle).map(({ source }) => source)).toEqual([
    '@layer base, ui, scenes, app;a{}',
    '@layer base, ui, scenes, app;b{}',
    '<p>',
  ]);
});
