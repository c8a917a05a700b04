/** What is counted at two sizes: each quantity with its formula, its value, and how it is written and placed on one axis. */
import {
  costOf,
  numberBytes,
  secondsOf,
  type Cost,
  type ModelShape,
  type NumberKind,
} from '../../example/index.ts';
import type { ScaleUpTexts } from '../../i18n/index.ts';
import { largeNumeral, powerOfTen } from '../../viz/index.ts';

export interface Setting {
  readonly kind: NumberKind;
  /** Multiplications a second, measured on this page; null before that. */
  readonly rate: number | null;
}

type QuantityId = keyof ScaleUpTexts['quantities'];
type Unit = 'count' | 'bytes' | 'seconds';

interface Definition {
  readonly id: QuantityId;
  readonly unit: Unit;
  /** In n tokens, d dimensions, h heads, L layers, b bytes a number, r multiplications a second. */
  readonly formula: string;
  readonly of: (cost: Cost, setting: Setting) => number | null;
}

const definitions: readonly Definition[] = [
  { id: 'weightCells', unit: 'count', formula: 'L·h·n²', of: (cost) => cost.weightCells },
  { id: 'parameters', unit: 'count', formula: '4·L·d²', of: (cost) => cost.parameters },
  { id: 'projections', unit: 'count', formula: '4·L·n·d²', of: (cost) => cost.projections },
  { id: 'attention', unit: 'count', formula: '2·L·n²·d', of: (cost) => cost.attention },
  {
    id: 'weightBytes',
    unit: 'bytes',
    formula: 'b·L·h·n²',
    of: (cost, { kind }) => numberBytes[kind] * cost.weightCells,
  },
  {
    id: 'parameterBytes',
    unit: 'bytes',
    formula: 'b·4·L·d²',
    of: (cost, { kind }) => numberBytes[kind] * cost.parameters,
  },
  {
    id: 'seconds',
    unit: 'seconds',
    formula: '(4·L·n·d² + 2·L·n²·d)/r',
    of: (cost, { rate }) => (rate === null ? null : secondsOf(cost, rate)),
  },
];

export interface Quantity {
  readonly id: QuantityId;
  readonly unit: Unit;
  readonly formula: string;
  /** Null where it depends on a speed that was not measured yet. */
  readonly value: number | null;
}

export const quantitiesOf = (shape: ModelShape, setting: Setting): readonly Quantity[] => {
  const cost = costOf(shape);
  return definitions.map(({ of, ...rest }) => ({ ...rest, value: of(cost, setting) }));
};

/** Where a value stands on the axis: counts and bytes as they are, times in nanoseconds, so that one axis holds all. */
export const onAxis = (unit: Unit, value: number): number =>
  unit === 'seconds' ? value * 1e9 : value;

const grouped = new Intl.NumberFormat('en');
const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** Counts up to a million in full, larger ones with three digits and a power of ten. */
export const countText = (value: number): string =>
  value < 1e6 ? grouped.format(value) : largeNumeral(value);

/** The largest of the steps that the value reaches, and the value in it with three digits. */
const inSteps = (value: number, steps: readonly (readonly [number, string])[]): string => {
  const [size, name] = steps.findLast(([least]) => value >= least) ?? steps[0] ?? [1, ''];
  const scaled = value / size;
  return `${scaled < 1e5 ? threeDigits.format(scaled) : largeNumeral(scaled)} ${name}`;
};

const byteSteps = [
  [1, 'B'],
  [1e3, 'kB'],
  [1e6, 'MB'],
  [1e9, 'GB'],
  [1e12, 'TB'],
] as const;

const secondSteps = [
  [1e-9, 'ns'],
  [1e-6, 'µs'],
  [1e-3, 'ms'],
  [1, 's'],
  [60, 'min'],
  [3600, 'h'],
] as const;

const day = 86_400;

/** A value as it is printed beside its dot. */
export const quantityText = (unit: Unit, value: number, texts: ScaleUpTexts): string => {
  if (unit === 'count') return countText(value);
  if (unit === 'bytes') return inSteps(value, byteSteps);
  if (value < 2 * day) return inSteps(value, secondSteps);
  const days = value / day;
  return texts.days(days < 1e5 ? grouped.format(Math.round(days)) : largeNumeral(days));
};

/** A power of ten: `1`, `10³`, `10⁻⁵`. */
export const tickText = (power: number): string => (power === 0 ? '1' : powerOfTen(power));
