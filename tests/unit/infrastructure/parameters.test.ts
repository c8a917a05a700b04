/** Packing the trained parameters for the page changes none of their numbers. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base, packed, packedModule } from '../../../build/parameters.ts';

const source = new URL('../../../src/example/parameters.json', import.meta.url);

/** Runs the text of a module and gives its default export. */
const run = async (code: string): Promise<unknown> => {
  const address = `data:text/javascript,${encodeURIComponent(code)}`;
  return ((await import(/* @vite-ignore */ address)) as { default: unknown }).default;
};

test('the module holds the vocabulary and the parameters of the file', async () => {
  const json = readFileSync(source, 'utf8');
  const { vocabulary, parameters } = JSON.parse(json) as Record<string, unknown>;
  expect(await run(packedModule(json))).toEqual({ vocabulary, parameters });
});

test('any numbers that two digits reach come back', async () => {
  const number = fc.integer({ min: -2000, max: 2000 });
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 40 }), async (row) => {
      const json = JSON.stringify({ vocabulary: '字', parameters: { wq: [row] } });
      expect(await run(packedModule(json))).toMatchObject({ parameters: { wq: [row] } });
    }),
    { numRuns: 50 },
  );
});

test('numbers that are too far apart are refused', () => {
  expect(() => packed([0, base * base])).toThrow(RangeError);
});
