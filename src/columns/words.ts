/** Texts for readers of the column convention, in which every token is a column: made from the others, which say row where these say column. */

/** Around what was handed to a text, such as a token: it is nobody's word, and stays as it is. */
const [open, close] = ['\uE000', '\uE001'] as const;

const swaps: readonly (readonly [from: string, to: string])[] = [
  ['行', '列'],
  ['row', 'column'],
  ['rows', 'columns'],
  ['Row', 'Column'],
  ['Rows', 'Columns'],
  // Directions on the transposed stage.
  ['右上方', '左下方'],
  ['左右', '上下'],
  ['above the diagonal', 'below the diagonal'],
  ['side by side', 'one below the other'],
  ['downwards', 'across'],
  ['walks down', 'walks along'],
  // (AB)ᵀ = BᵀAᵀ: factors change places.
  ['QKᵀ', 'KᵀQ'],
  ['AV', 'VA'],
];

const swapped = new Map(swaps.flatMap(([from, to]) => [[from, to] as const, [to, from] as const]));

/** Latin words count where they stand alone. */
const word = [...swapped.keys()]
  .map((text) => (/^[a-z]/i.test(text) ? String.raw`\b${text}(?!\w)` : text))
  .toSorted((a, b) => b.length - a.length)
  .join('|');

const pattern = new RegExp(
  [
    // What was handed in, or is quoted.
    `${open}([^${close}]*)${close}`,
    '(“[^”]*”)',
    // A shape.
    String.raw`(?<![\d.])(\d+)×(\d+)(?![\d⁰¹²³⁴-⁹])`,
    // The indices of a cell.
    String.raw`(?<=[_ ][{[])([\d·]+),([\d·]+)(?=[}\]])`,
    // A product of two symbols.
    String.raw`(\{m:[^}]*\})(\{m:[^}]*\})`,
    word,
  ].join('|'),
  'g',
);

const bare = (text: string): string => text.replaceAll(open, '').replaceAll(close, '');

/** One text, for columns. */
export const inColumns = (text: string): string =>
  bare(
    text.replaceAll(
      pattern,
      (
        match: string,
        given?: string,
        quoted?: string,
        rows?: string,
        cols?: string,
        row?: string,
        col?: string,
        left?: string,
        right?: string,
      ) => {
        if (given !== undefined) return given;
        if (quoted !== undefined) return quoted;
        if (rows !== undefined && cols !== undefined) return `${cols}×${rows}`;
        if (row !== undefined && col !== undefined) return `${col},${row}`;
        if (left !== undefined && right !== undefined) return `${right}${left}`;
        return swapped.get(match) ?? match;
      },
    ),
  );

const marked = (argument: unknown): unknown => {
  if (typeof argument === 'string') return `${open}${argument}${close}`;
  return Array.isArray(argument) ? argument.map(marked) : argument;
};

const made = new WeakMap<object, unknown>();

const turnedInside = (texts: object): unknown => {
  if (typeof texts === 'function')
    return (...given: unknown[]): unknown =>
      words((texts as (...given: unknown[]) => unknown)(...given.map(marked)));
  if (Array.isArray(texts)) return texts.map(words);
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, words(text)]));
};

/** A catalogue, or a part of one, for columns: texts, lists and tables of them, and functions that give them. The same object for the same one. */
export const words = <Texts>(texts: Texts): Texts => {
  if (typeof texts === 'string') return inColumns(texts) as Texts;
  if (texts === null || (typeof texts !== 'object' && typeof texts !== 'function')) return texts;
  const turned = made.get(texts) ?? turnedInside(texts);
  made.set(texts, turned);
  return turned as Texts;
};
