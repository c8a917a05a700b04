/** Looking for terms: by name in either language, by symbol, by what explains them. */
import { expect, test } from 'vitest';
import { glossaryTextsOf } from '../../../../src/i18n/index.ts';
import { languages } from '../../../../src/store/index.ts';
import { termsFound } from '../../../../src/ui/glossary/find-terms.ts';
import { stepIndex } from '../../../../src/walkthrough/index.ts';

test.each(languages)(
  'nothing typed finds every term in the order of the steps, in %s',
  (language) => {
    const { glossary } = glossaryTextsOf(language);
    const found = termsFound(language, ' ');
    expect(found.toSorted()).toEqual(Object.keys(glossary).toSorted());
    const places = found.map((term) => stepIndex(glossary[term].step));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  },
);

test.each([
  ['zh-CN', '词元', 'tokens'],
  ['zh-CN', 'Token', 'tokens'],
  ['en', '词元', 'tokens'],
  ['en', 'W_Q', 'wq'],
  ['en', 'wq', 'wq'],
  ['en', 'dmodel', 'dModel'],
  ['en', ' attention  weights ', 'weights'],
  ['zh-CN', '拼接', 'concat'],
] as const)('in %s, %j finds %s', (language, wanted, term) => {
  expect(termsFound(language, wanted)).toContain(term);
});

test('finds nothing that no term says', () => {
  expect(termsFound('en', 'carrot')).toEqual([]);
});
