/** Packs the trained parameters into two digits a number: as written in their file, they take a kilobyte more of the page. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/example/parameters.json', import.meta.url));
const PACKED_ID = '\0packed-parameters';

/** Printable characters from here on are digits; the one that strings escape is left out. */
const FIRST = 35;
const ESCAPE = 92;
export const base = 90;

const digit = (value: number): string => {
  const code = FIRST + value;
  return String.fromCharCode(code < ESCAPE ? code : code + 1);
};

type Rows = readonly (readonly number[])[];

/** Whole numbers as two strings: the high digits, then the low ones, which compress apart. Throws a RangeError where a number needs a third. */
export const packed = (
  numbers: readonly number[],
): { readonly high: string; readonly low: string; readonly least: number } => {
  const least = Math.min(...numbers);
  if (Math.max(...numbers) - least >= base * base)
    throw new RangeError(`packed: from ${least} on, two digits do not reach all numbers`);
  const above = numbers.map((number) => number - least);
  return {
    high: above.map((number) => digit(Math.floor(number / base))).join(''),
    low: above.map((number) => digit(number % base)).join(''),
    least,
  };
};

/** A module with what the page reads of the file: the vocabulary, and the parameters as rows of hundredths. */
export const packedModule = (json: string): string => {
  const { vocabulary, parameters } = JSON.parse(json) as {
    vocabulary: string;
    parameters: Record<string, Rows>;
  };
  const shapes = Object.entries(parameters).map(([name, rows]) => [
    name,
    rows.length,
    rows[0]?.length ?? 0,
  ]);
  const { high, low, least } = packed(Object.values(parameters).flat(2));
  return `
const high = ${JSON.stringify(high)};
const low = ${JSON.stringify(low)};
let place = 0;
const digit = (text) => text.charCodeAt(place) - ${FIRST} - (text.charCodeAt(place) > ${ESCAPE});
const next = () => {
  const number = digit(high) * ${base} + digit(low) + ${least};
  place++;
  return number;
};
const list = (length, make) => Array.from({ length }, make);
export default {
  vocabulary: ${JSON.stringify(vocabulary)},
  parameters: Object.fromEntries(
    ${JSON.stringify(shapes)}.map(([name, rows, cols]) => [name, list(rows, () => list(cols, next))]),
  ),
};`;
};

export const parametersPlugin = (): Plugin => ({
  name: 'seeing-attention:parameters',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/parameters.json') ? PACKED_ID : null),
  load: (id) => (id === PACKED_ID ? packedModule(readFileSync(SOURCE, 'utf8')) : null),
});
