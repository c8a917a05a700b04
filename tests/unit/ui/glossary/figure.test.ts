/** The figure of a term is that of the state: nothing is written by hand. */
import { expect, test } from 'vitest';
import { glossaryTextsOf, type TermId } from '../../../../src/i18n/index.ts';
import { createAppStore, type State } from '../../../../src/store/index.ts';
import { figureOf } from '../../../../src/ui/glossary/figure.ts';

const { words, glossary } = glossaryTextsOf('en');
const figure = (term: TermId, state: Partial<State> = {}): string | null =>
  figureOf(createAppStore(state).getState(), term, words);

test.each([
  ['tokens', '5 now'],
  ['head', '3 now'],
  ['dModel', '{m:d_model} = 9'],
  ['dK', '{m:d_k} = 3'],
  ['x', 'shape 5×9'],
  ['wq', '9×3 in each head'],
  ['wo', 'shape 9×9'],
  ['scores', '5×5 in each head'],
  ['context', '5×3 in each head'],
  ['concat', 'shape 5×9'],
  ['z', 'shape 5×9'],
  ['memory', 'shape 7×9'],
] as const)('%s: %s', (term, said) => {
  expect(figure(term)).toBe(said);
});

test('follows the number of heads', () => {
  expect([figure('dK', { nHeads: 9 }), figure('wq', { nHeads: 9 })]).toEqual([
    '{m:d_k} = 1',
    '9×1 in each head',
  ]);
  expect([figure('head', { nHeads: 1 }), figure('q', { nHeads: 1 })]).toEqual([
    '1 now',
    'shape 5×9',
  ]);
});

test('follows the other input, and its change of direction', () => {
  const at = (beat: number) => ({ step: 'cross-attention', beat }) as const;
  expect([figure('memory', at(0)), figure('memory', at(1))]).toEqual(['shape 7×9', 'shape 5×9']);
});

test('is left out where the step has no such matrix', () => {
  expect(figure('y', { step: 'cross-attention' })).toBeNull();
});

test.each(Object.keys(glossary) as TermId[])('of %s is known where its step shows it', (term) => {
  expect(figure(term, { step: glossary[term].step })).toMatch(/\d/);
});
