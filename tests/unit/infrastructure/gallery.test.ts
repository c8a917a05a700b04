/** docs/gallery.md has every step, a filmstrip of every stop that moves and every frame; docs/figures.md the ten figures; and nothing lies about. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { beatOf, stepOfFigure, steps } from '../../../src/walkthrough/index.ts';

const shownIn = (page: string): (string | undefined)[] =>
  [...readFileSync(page, 'utf8').matchAll(/\(images\/([^)]+)\.jpg\)/g)].map(([, name]) => name);

const shown = shownIn('docs/gallery.md');
const named = (prefix: string): (string | undefined)[] =>
  shown.filter((name) => name?.startsWith(prefix));
const numbered = (id: string, index: number): string =>
  `${String(index + 1).padStart(2, '0')}-${id}`;

const moving = steps.flatMap((step, index) =>
  step.beats.flatMap((_, beat) =>
    beatOf(step, beat).motion === null
      ? []
      : [`filmstrip-${numbered(step.id, index)}${beat > 0 ? `-${beat}` : ''}`],
  ),
);
const stills = steps.map(({ id }, index) => `step-${numbered(id, index)}`);

it('shows every step, in order', () => {
  expect(named('step-')).toEqual(stills);
});

it('shows every stop that moves, in order', () => {
  expect(named('filmstrip-')).toEqual(moving);
});

it('has the pictures that it shows, and no others', () => {
  const files = readdirSync('docs/images').filter((file) => file.endsWith('.jpg'));
  expect(files.toSorted()).toEqual(shown.map((name) => `${name}.jpg`).toSorted());
});

it('answers the ten figures of the article one by one, each with the step that shows it', () => {
  const page = readFileSync('docs/figures.md', 'utf8');
  const sections = page.split(/^## /m).slice(1);
  expect(sections).toHaveLength(10);
  for (const [index, section] of sections.entries()) {
    const step = stepOfFigure(index + 1);
    expect(section.startsWith(`${index + 1}. `)).toBe(true);
    expect(section).toContain(`?figure=${index + 1}`);
    expect(section).toContain(`\`${step}\``);
  }
  const pictures = shownIn('docs/figures.md');
  expect(pictures.filter((name) => !shown.includes(name))).toEqual([]);
  expect(pictures.length).toBeGreaterThanOrEqual(10);
});
