/** The size budget. What the first step needs is read from the built page itself, so that no chunk can hide from it. */
import { readFileSync } from 'node:fs';

const page = readFileSync('dist/index.html', 'utf8');
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(
  ([, file]) => `dist/${file}`,
);

export default [
  { name: 'JavaScript before the first step (gzip)', path: first, limit: '130 KiB', gzip: true },
  {
    name: 'the page with every scene (gzip)',
    path: [
      'dist/index.html',
      'dist/assets/*.{js,css,html}',
      '!dist/assets/Train-*',
      '!dist/assets/Tour-*',
      '!dist/assets/glossary-*',
    ],
    limit: '200 KiB',
    gzip: true,
  },
  {
    name: 'the training room, on top (gzip)',
    path: 'dist/assets/Train-*',
    limit: '20 KiB',
    gzip: true,
  },
  {
    name: 'the guided first minute, on top (gzip)',
    path: 'dist/assets/Tour-*',
    limit: '6 KiB',
    gzip: true,
  },
  {
    name: 'the glossary, on top (gzip)',
    path: 'dist/assets/glossary-*',
    limit: '8 KiB',
    gzip: true,
  },
  // The font is in the file, which the page loads beside its scripts.
  {
    name: 'embed.html, font included (gzip)',
    path: 'dist/embed.html',
    limit: '220 KiB',
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
