/** The inspector as a reader sees it, and whether what it prints is honest. */
import type { Frame, Page } from '@playwright/test';

export interface ReadInspector {
  readonly operation: string | null;
  readonly divisor: string | null;
  readonly terms: readonly { readonly value: string; readonly amount: string }[];
  readonly result: string | null;
  /** The number in large type. */
  readonly headline: string;
  /** The last line of a sum: its sign and its total, as printed. */
  readonly total: { readonly sign: string; readonly amount: string } | null;
  /** The line that holds the result where that is no sum, as printed. */
  readonly line: string | null;
  /** All of its text, to compare two explanations by. */
  readonly text: string;
}

/** What the inspector says, as soon as it is there. */
export const readInspector = async (page: Page | Frame): Promise<ReadInspector> => {
  await page.locator('[data-inspector]').waitFor();
  return page.evaluate(() => {
    const inspector = document.querySelector<HTMLElement>('[data-inspector]');
    if (!inspector) throw new Error('readInspector: the page has no inspector');
    const textOf = (element: Element | null | undefined): string =>
      (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const total = inspector.querySelector('ol:has([data-term]) > li:not([data-term])');
    const result = inspector.querySelector<HTMLElement>('[data-result]');
    return {
      operation: inspector.dataset['operation'] ?? null,
      divisor: inspector.dataset['divisor'] ?? null,
      terms: [...inspector.querySelectorAll<HTMLElement>('[data-term]')].map((term) => ({
        value: term.dataset['value'] ?? '',
        amount: textOf(term.lastElementChild ?? term),
      })),
      result: result?.dataset['value'] ?? null,
      headline: textOf(inspector.querySelector('h2 + p')?.firstChild as Element | null),
      total: total && {
        sign: textOf(total.firstElementChild),
        amount: textOf(total.lastElementChild),
      },
      line: result?.closest('p') ? textOf(result.closest('p')) : null,
      text: textOf(inspector),
    };
  });
};

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const number = String.raw`[+−]?\d+(?:\.\d+)?(?:×10[${superscripts}]+)?`;
const parts = new RegExp(`^(-?\\d+(?:\\.(\\d+))?)(?:×10([${superscripts}]+))?$`);

/** A printed number and its decimals, fewer than none where it is a power of ten; null where the text is none. */
const printed = (text: string): { readonly value: number; readonly digits: number } | null => {
  const [, mantissa, decimals = '', raised = ''] =
    parts.exec(text.replace('−', '-').replace(/^\+/, '')) ?? [];
  if (mantissa === undefined) return null;
  const exponent = Number([...raised].map((one) => superscripts.indexOf(one)).join(''));
  return { value: Number(mantissa) * 10 ** exponent, digits: decimals.length - exponent };
};

/** A power of ten is rounded to a few of its digits, and nothing exact is made of it. */
const isRounded = (text: string): boolean => text.includes('×10');

/** Whether `text` prints `value`, rounded to the decimals it has. */
export const prints = (text: string, value: number): boolean => {
  if (!Number.isFinite(value)) return text === '−∞';
  const found = printed(text);
  return (
    found !== null &&
    Math.abs(found.value - value) <= 0.5 * 10 ** -found.digits + 1e-9 * Math.abs(value)
  );
};

/** `=` where what is printed makes the printed result to the last digit, else `≈`. */
const honestSign = (remade: number, result: number): string =>
  Math.abs(remade - result) <= 1e-9 * Math.max(1, Math.abs(result)) ? '=' : '≈';

const valueOf = (text: string): number => printed(text)?.value ?? Number.NaN;

const sumFaults = ({ terms, total }: ReadInspector): readonly string[] => {
  if (!total) return ['a sum without a total'];
  const sum = terms.reduce((sofar, { amount }) => sofar + valueOf(amount), 0);
  const sign = isRounded(total.amount) ? '≈' : honestSign(sum, valueOf(total.amount));
  return total.sign === sign
    ? []
    : [`the terms print ${sum.toFixed(3)}, the total is ${total.sign} ${total.amount}`];
};

const quotientLine = new RegExp(`^(${number}) ÷ (${number}) ([=≈]) (${number})`);
const singleLine = new RegExp(`^(max\\(0, )?(${number})\\)?(?: ÷ (${number}))? ([=≈]) (${number})`);

const lineFaults = ({ operation, line }: ReadInspector): readonly string[] => {
  if (line === null) return ['no line with a result'];
  if (operation === 'softmax') {
    const [, own, divisor, sign, result] = quotientLine.exec(line) ?? [];
    if (own === undefined || divisor === undefined || result === undefined)
      return [`not a quotient: ${line}`];
    const honest = isRounded(divisor)
      ? '≈'
      : honestSign(valueOf(own) / valueOf(divisor), valueOf(result));
    return honest === sign ? [] : [`wrong sign: ${line}`];
  }
  const [, rectified, first, divisor, sign, result] = singleLine.exec(line) ?? [];
  if (first === undefined || result === undefined) return [`cannot be read: ${line}`];
  const operand = rectified === undefined ? valueOf(first) : Math.max(0, valueOf(first));
  const remade = divisor === undefined ? operand : operand / valueOf(divisor);
  return honestSign(remade, valueOf(result)) === sign ? [] : [`wrong sign: ${line}`];
};

const sums: ReadonlySet<string> = new Set(['dot', 'add', 'lookup', 'norm']);

/** What is dishonest about the printed arithmetic: a number that does not print its value, a sign that claims too much or too little. */
export const printFaults = (inspector: ReadInspector): readonly string[] => {
  const { operation, terms, result, headline, total, line } = inspector;
  const value = Number(result);
  const faults = prints(headline, value) ? [] : [`the headline prints ${headline} for ${result}`];
  if (operation === 'input') return faults;
  if (result === '-Infinity')
    return [...faults, ...(line?.endsWith('→ −∞') === true ? [] : [`blocked, but: ${line}`])];
  if (sums.has(operation ?? '') || operation === 'softmax') {
    const wrong = terms.filter((term) => !prints(term.amount, Number(term.value)));
    faults.push(...wrong.map((term) => `a term prints ${term.amount} for ${term.value}`));
    const want = operation === 'softmax' ? Number(inspector.divisor) : value;
    if (total && !prints(total.amount, want)) faults.push(`the total prints ${total.amount}`);
    faults.push(...sumFaults(inspector));
  }
  return sums.has(operation ?? '') ? faults : [...faults, ...lineFaults(inspector)];
};
