/** Puts the order of the style layers in front of every style sheet of the build: whichever chunk loads first, the order holds. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const SOURCE = fileURLToPath(new URL('../src/app/tokens.css', import.meta.url));

/** The statement `@layer a, b, c;` that a style sheet begins with. */
export const layerStatement = (css: string): string => {
  const statement = /^\s*(?:\/\*[\s\S]*?\*\/\s*)?(@layer [^;{]+;)/.exec(css)?.[1];
  if (statement === undefined) throw new Error('layers: the tokens do not begin with @layer');
  return statement;
};

export const layersPlugin = (): Plugin => ({
  name: 'seeing-attention:layers',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const statement = layerStatement(readFileSync(SOURCE, 'utf8'));
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css')) continue;
        asset.source = `${statement}${String(asset.source)}`;
      }
    },
  },
});
