/** Typesets TeX as bare MathML and serves every formula of the page as the module `virtual:formulas`, so that no TeX engine is shipped. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { runnerImport, type Plugin } from 'vite';

const VIRTUAL_ID = 'virtual:formulas';
const COLUMNS_ID = `${VIRTUAL_ID}/columns`;
const SOURCE = fileURLToPath(new URL('../src/walkthrough/formulas.ts', import.meta.url));

/** KaTeX drops `\htmlData` from MathML but keeps a link's address, so the symbol travels as `symbol:q` and is turned back below. */
const SYMBOL_COMMAND = /\\htmlData\{symbol=([A-Za-z][\w-]*)\}/g;
const SYMBOL_PROTOCOL = 'symbol';
const TAG = /<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>/g;
const SYMBOL_ATTRIBUTE = new RegExp(` href="${SYMBOL_PROTOCOL}:([^"]+)"`);

/** Wraps each element that carries a symbol's address in `<mrow data-symbol="…">` and removes the address. */
const markSymbols = (mathml: string): string => {
  const open: { name: string; marked: boolean }[] = [];
  return mathml.replaceAll(
    TAG,
    (tag, slash: string, name: string, attributes: string, empty: string) => {
      if (slash !== '') return open.pop()?.marked === true ? `${tag}</mrow>` : tag;
      const symbol = SYMBOL_ATTRIBUTE.exec(attributes)?.[1];
      if (empty === '') open.push({ name, marked: symbol !== undefined });
      if (symbol === undefined) return tag;
      const bare = `<mrow data-symbol="${symbol}">${tag.replace(SYMBOL_ATTRIBUTE, '')}`;
      return empty === '' ? bare : `${bare}</mrow>`;
    },
  );
};

const DOUBLE_STRUCK: Readonly<Record<string, string>> = {
  C: 'ℂ',
  E: '𝔼',
  N: 'ℕ',
  P: 'ℙ',
  Q: 'ℚ',
  R: 'ℝ',
  Z: 'ℤ',
};

/** Browsers know only `mathvariant="normal"`: a double-struck letter becomes its own character, any other variant is an error. */
const resolveVariants = (mathml: string, tex: string): string =>
  mathml
    .replaceAll(/<mi mathvariant="double-struck">([A-Z])<\/mi>/g, (tag, letter: string) => {
      const character = DOUBLE_STRUCK[letter];
      return character === undefined ? tag : `<mi mathvariant="normal">${character}</mi>`;
    })
    .replaceAll(/mathvariant="([^"]*)"/g, (attribute, variant: string) => {
      if (variant === 'normal') return attribute;
      throw new Error(
        `formula ${tex}: browsers do not draw mathvariant="${variant}"; write it another way`,
      );
    });

/** KaTeX spells an upright name letter by letter; one identifier is what a screen reader should read. */
const joinNames = (mathml: string): string =>
  mathml.replaceAll(
    /(?:<mi mathvariant="normal">[A-Za-z]<\/mi>){2,}/g,
    (letters) => `<mi>${letters.replaceAll(/<[^>]*>/g, '')}</mi>`,
  );

/** TeX → one `<math>` element without annotation, style attribute or script. Throws on whatever KaTeX does not understand. */
export const typeset = (tex: string): string => {
  const source = tex.replaceAll(SYMBOL_COMMAND, `\\href{${SYMBOL_PROTOCOL}:$1}`);
  const html = katex.renderToString(source, {
    output: 'mathml',
    throwOnError: true,
    strict: (code) => (code === 'unicodeTextInMathMode' ? 'ignore' : 'error'),
    trust: (context) => context.command === '\\href' && context.protocol === SYMBOL_PROTOCOL,
  });
  const row = /<semantics>([\s\S]*)<annotation/.exec(html)?.[1];
  if (row === undefined)
    throw new Error(`formula ${tex}: no <semantics> in what KaTeX made: ${html}`);
  const mathml = `<math>${joinNames(resolveVariants(markSymbols(row), tex))}</math>`;
  const forbidden = /\s(?:style|href|class)=|<(?:span|a|script)\b|mathcolor="#cc0000"/.exec(mathml);
  if (forbidden !== null) throw new Error(`formula ${tex}: gives ${forbidden[0].trim()}`);
  return mathml;
};

interface Sources {
  readonly formulas: readonly string[];
  readonly columnFormulas: Readonly<Record<string, string>>;
}

/** What each module exports, from the TeX that the walkthrough writes to MathML. */
const tables: Readonly<Record<string, (sources: Sources) => [name: string, table: object]>> = {
  [VIRTUAL_ID]: ({ formulas }) => [
    'formulas',
    Object.fromEntries(formulas.map((tex) => [tex, typeset(tex)])),
  ],
  [COLUMNS_ID]: ({ columnFormulas }) => [
    'columnFormulas',
    Object.fromEntries(Object.entries(columnFormulas).map(([tex, own]) => [tex, typeset(own)])),
  ],
};

/**
 * Serves `virtual:formulas`: the named export `formulas`, from each TeX string of src/walkthrough/formulas.ts to its MathML;
 * and `virtual:formulas/columns`: `columnFormulas`, from such a string to the MathML of what columns have in its place.
 */
export const formulasPlugin = (): Plugin => ({
  name: 'seeing-attention:formulas',
  resolveId: (id) => (id in tables ? `\0${id}` : null),
  async load(id) {
    const make = id.startsWith('\0') ? tables[id.slice(1)] : undefined;
    if (!make) return null;
    if (!existsSync(SOURCE)) {
      throw new Error(
        'virtual:formulas: src/walkthrough/formulas.ts is missing; it exports the list `formulas` of TeX strings',
      );
    }
    const { module, dependencies } = await runnerImport<Sources>(SOURCE);
    for (const file of [SOURCE, ...dependencies]) this.addWatchFile(file);
    const [name, table] = make(module);
    return `export const ${name} = ${JSON.stringify(table)};`;
  },
});
