/** The typesetting of formulas: bare MathML, symbols marked for linking, and an error instead of anything a browser would not draw. */
import { describe, expect, test } from 'vitest';
import { formulas } from 'virtual:formulas';
import { typeset } from '../../../build/formulas.ts';
import { formulas as sources } from '../../../src/walkthrough/formulas.ts';

describe('typeset', () => {
  test('gives one math element without annotation, wrapper or address', () => {
    expect(typeset('S = QK^{\\mathrm T}')).toBe(
      '<math><mrow><mi>S</mi><mo>=</mo><mi>Q</mi><msup><mi>K</mi><mi mathvariant="normal">T</mi></msup></mrow></math>',
    );
  });

  test('joins the letters of an upright name', () => {
    expect(typeset('\\mathrm{mask}')).toBe('<math><mrow><mi>mask</mi></mrow></math>');
  });

  test('wraps a symbol of one letter', () => {
    expect(typeset('\\htmlData{symbol=q}{Q}+1')).toContain(
      '<mrow data-symbol="q"><mi>Q</mi></mrow><mo>+</mo>',
    );
  });

  test('wraps a symbol with a superscript, and a product of several parts', () => {
    expect(typeset('\\htmlData{symbol=k}{K^{\\mathrm T}}')).toContain(
      '<mrow data-symbol="k"><msup><mi>K</mi><mi mathvariant="normal">T</mi></msup></mrow>',
    );
    expect(typeset('\\htmlData{symbol=scores}{QK}V')).toContain(
      '<mrow data-symbol="scores"><mrow><mi>Q</mi><mi>K</mi></mrow></mrow><mi>V</mi>',
    );
  });

  test('wraps symbols inside symbols, roots and fractions', () => {
    const mathml = typeset(
      '\\htmlData{symbol=weights}{\\frac{\\htmlData{symbol=q}{Q}}{\\sqrt{\\htmlData{symbol=d-k}{d_k}}}}',
    );
    expect([...mathml.matchAll(/data-symbol="([^"]+)"/g)].map(([, symbol]) => symbol)).toEqual([
      'weights',
      'q',
      'd-k',
    ]);
    expect(mathml.match(/<mrow/g)?.length).toBe(mathml.match(/<\/mrow>/g)?.length);
  });

  test('writes a double-struck letter as its own character, as browsers ignore the variant', () => {
    expect(typeset('\\mathbb R')).toContain('<mi mathvariant="normal">ℝ</mi>');
  });

  test.each([
    ['an unknown command', '\\nothing{x}'],
    ['an unclosed group', '\\frac{1}{2'],
    ['a variant that browsers do not draw', '\\mathsf T'],
    ['any other HTML attribute', '\\htmlStyle{color:red}{x}'],
    ['any other address', '\\href{https://example.org}{x}'],
  ])('throws on %s', (_what, tex) => {
    expect(() => typeset(tex)).toThrow();
  });
});

describe('virtual:formulas', () => {
  test('holds every formula of the walkthrough, drawable under the content security policy', () => {
    expect(Object.keys(formulas).toSorted()).toEqual([...sources].toSorted());
    for (const mathml of Object.values(formulas)) {
      expect(mathml).toMatch(/^<math><mrow>.*<\/mrow><\/math>$|^<math><m.*<\/math>$/);
      expect(mathml).not.toMatch(/\s(?:style|href|class)=|<annotation|<span/);
    }
  });
});
