/** docs/gallery.md has a filmstrip of every stop that moves, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { beatOf, steps } from '../../../src/walkthrough/index.ts';

const page = readFileSync('docs/gallery.md', 'utf8');
const shown = [...page.matchAll(/\(images\/(filmstrip-[^)]+)\.jpg\)/g)].map(([, name]) => name);

const moving = steps.flatMap((step, index) =>
  step.beats.flatMap((_, beat) =>
    beatOf(step, beat).motion === null
      ? []
      : [`filmstrip-${String(index + 1).padStart(2, '0')}-${step.id}${beat > 0 ? `-${beat}` : ''}`],
  ),
);

it('shows every stop that moves, in order', () => {
  expect(shown).toEqual(moving);
});

it('has the pictures that it shows', () => {
  const files = readdirSync('docs/images').filter((file) => file.startsWith('filmstrip-'));
  expect(files.toSorted()).toEqual(moving.map((name) => `${name}.jpg`).toSorted());
});
