/** A sentence of any length: the reader's own as far as it goes, then known characters over and over. */
import { memoryTokens } from '../../example/index.ts';

/** How short and how long a sentence can be made. */
export const lengths = { least: 2, most: 32 } as const;

/** The same object where nothing is added or left out. */
export const grown = (tokens: readonly string[], length: number): readonly string[] => {
  if (length === tokens.length) return tokens;
  const source = [...tokens, ...memoryTokens];
  return Array.from({ length }, (_, place) => source[place % source.length] ?? '');
};
