/** The size budget. What the first step needs is read from the built page itself, so that no chunk can hide from it. */
import { readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
);

/** What is no scene and is fetched on its own, each with a budget of its own. */
const onTop = [
  { name: 'the training room', chunk: 'Train', limit: '20 KiB' },
  { name: 'what readers change with', chunk: 'changes', limit: '18 KiB' },
  { name: 'the glossary', chunk: 'glossary', limit: '8 KiB' },
  { name: 'the guided first minute', chunk: 'Tour', limit: '6 KiB' },
  { name: 'the present view', chunk: 'Present', limit: '3 KiB' },
  { name: 'the column convention', chunk: 'columns', limit: '6 KiB' },
];

export default [
  { name: 'JavaScript before the first step (gzip)', path: first, limit: '130 KiB', gzip: true },
  {
    name: 'the page with every scene (gzip)',
    path: [
      'dist/index.html',
      'dist/assets/*.{js,css,html}',
      ...onTop.map(({ chunk }) => `!dist/assets/${chunk}-*`),
    ],
    limit: '200 KiB',
    gzip: true,
  },
  ...onTop.map(({ name, chunk, limit }) => ({
    name: `${name}, on top (gzip)`,
    path: `dist/assets/${chunk}-*`,
    limit,
    gzip: true,
  })),
  // So that nothing hides between the lines.
  {
    name: 'all of it together (gzip)',
    path: ['dist/index.html', 'dist/assets/*.{js,css,html}'],
    limit: '252 KiB',
    gzip: true,
  },
  // The font is in the file, which the page loads beside its scripts.
  {
    name: 'embed.html, font included (gzip)',
    path: 'dist/embed.html',
    limit: '228 KiB',
    gzip: true,
  },
  {
    name: 'math font',
    path: 'src/ui/fonts/seeing-math.woff2',
    limit: '20 KiB',
    gzip: false,
    brotli: false,
  },
];
