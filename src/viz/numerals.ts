/** Numbers as text: fixed digits, a real minus sign, and whether printed terms may claim to make a printed result. */

const minus = '−';

const formats = new Map<number, Intl.NumberFormat>();

const formatOf = (digits: number): Intl.NumberFormat => {
  const known = formats.get(digits);
  if (known) return known;
  const made = new Intl.NumberFormat('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
    useGrouping: false,
  });
  formats.set(digits, made);
  return made;
};

/** The numbers that are on the stage, as they were printed; a picture prints each of them again and again. */
const printed = new Map<number, Map<number, string>>();

/** More than all numbers of a walk: a page that trains prints new ones all the time. */
const mostPrinted = 20_000;

const print = (value: number, digits: number): string => {
  const kept = printed.get(digits) ?? new Map<number, string>();
  printed.set(digits, kept);
  const known = kept.get(value);
  if (known !== undefined) return known;
  if (kept.size >= mostPrinted) kept.clear();
  const text = formatOf(digits).format(value).replace('-', minus);
  kept.set(value, text);
  return text;
};

/** A number with a fixed number of decimals; U+2212 for minus, −∞ and NaN as such, never −0. */
export const numeral = (value: number, digits = 2): string => {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  return print(value, digits);
};

/** From here on a number is written as a power of ten: its digits would say nothing and push the others aside. */
const unwieldy = 1e5;

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-'].map((digit, index) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.charAt(index)]),
);

/** A whole power of ten, as `10⁹` or `10⁻⁵`. */
export const powerOfTen = (power: number): string =>
  `10${[...String(power)].map((digit) => superscripts[digit]).join('')}`;

/** A number that may be very large, as exponentials are: `1.908×10⁹` from a hundred thousand on, else as `numeral` writes it. */
export const largeNumeral = (value: number, digits = 2): string => {
  if (!Number.isFinite(value) || Math.abs(value) < unwieldy) return numeral(value, digits);
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e+');
  return `${mantissa.replace('-', minus)}×${powerOfTen(Number(exponent))}`;
};

/** Whether `largeNumeral` writes a number as a power of ten, and so rounds it. */
export const isUnwieldy = (value: number): boolean => Math.abs(value) >= unwieldy;

/** The same with a plus sign in front of what is not negative, for terms of a sum. */
export const signedNumeral = (value: number, digits = 2): string => {
  const text = numeral(value, digits);
  return text.startsWith(minus) || text === 'NaN' ? text : `+${text}`;
};

/** In brackets if negative, for a factor behind a multiplication sign. */
export const factorNumeral = (value: number, digits = 2): string => {
  const text = numeral(value, digits);
  return text.startsWith(minus) ? `(${text})` : text;
};

/** A share of 1 as per cent, with "<1%" for what would round to nothing and ">99%" for what would round to all. */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return '<1%';
  if (share >= 0.995 && share < 1 - 1e-9) return '>99%';
  return `${numeral(share * 100, 0)}%`;
};

/** The value of a printed number. */
export const printedValue = (value: number, digits: number): number =>
  Number(print(value, digits).replace(minus, '-'));

/** `=` only if what is printed makes the printed result, else `≈`. `remade` is computed from the printed operands. */
export const equalsSign = (remade: number, result: number, digits: number): '=' | '≈' =>
  Number.isFinite(remade) &&
  print(remade, digits) === print(result, digits) &&
  isExact(remade, digits)
    ? '='
    : '≈';

/** Whether a value loses nothing when printed with these digits. */
const isExact = (value: number, digits: number): boolean =>
  Math.abs(value - printedValue(value, digits)) <= 1e-9 * Math.max(1, Math.abs(value));
