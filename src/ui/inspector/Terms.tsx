/** The terms of a cell as a waterfall: each bar starts where the last one ended; every factor leads to the cell it was read from. */
import type { DecoderCellExplanation } from '../../decoder/index.ts';
import { useToldState, useAppStore, useFrame, useSettled } from '../../frame/index.ts';
import {
  selectColTokens,
  selectMoment,
  selectPartialSum,
  type StageCell,
} from '../../store/index.ts';
import { linearScale, largeNumeral, numeral, signedFill, signedNumeral } from '../../viz/index.ts';
import { matrixSymbols } from '../../walkthrough/index.ts';
import { MathSymbol } from '../Symbol.tsx';
import styles from './Inspector.module.css';
import { cellNotation } from './Heading.tsx';
import { isLong, keepInList, mostInSight } from './long-list.ts';

type Term = DecoderCellExplanation['terms'][number];
type Factor = Term['factors'][number];

interface FactorProps {
  readonly factor: Factor;
  readonly active: StageCell;
  readonly digits?: number;
  /** In a long list, which has one stop for Tab: whether this is it. */
  readonly stop?: boolean | undefined;
}

/** The arrows go from number to number through a list that is one stop for Tab. */
const moveWithin = (event: React.KeyboardEvent<HTMLButtonElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  const buttons = [...(event.currentTarget.closest('ol')?.querySelectorAll('button') ?? [])];
  buttons[buttons.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
};

/** A number; a button where it was read from a cell. */
export const FactorButton = ({
  factor,
  active,
  digits = 2,
  stop,
}: FactorProps): React.ReactNode => {
  const store = useAppStore();
  const { messages, say } = useFrame();
  const text = numeral(factor.value, digits);
  const { cell } = factor;
  if (!cell) return <span>{text}</span>;
  const target: StageCell = { ...cell, variant: active.variant };
  return (
    <button
      type="button"
      className={styles['factor']}
      tabIndex={stop === false ? -1 : undefined}
      onKeyDown={stop === undefined ? undefined : moveWithin}
      aria-label={`${text}, ${messages.ui.followFactor(say(cellNotation(target)))}`}
      onClick={() => store.getState().follow(active, target)}
    >
      {text}
    </button>
  );
};

/** A number that is added, behind its sign: taking away less than nothing is adding. */
const signed = (value: number): string => `${value < 0 ? '−' : '+'} ${numeral(Math.abs(value))}`;

/** How a term is written, from its factors. */
const Written = ({
  explanation,
  term,
  active,
  stop,
}: {
  explanation: DecoderCellExplanation;
  term: Term;
  active: StageCell;
  stop: boolean | undefined;
}): React.ReactNode => {
  const [first, second] = term.factors;
  if (!first) return null;
  const one = <FactorButton factor={first} active={active} stop={stop} />;
  switch (explanation.operation) {
    case 'softmax':
      return (
        <>
          e
          <sup>
            {one}
            {explanation.shift !== undefined && ` − ${numeral(explanation.shift)}`}
          </sup>
        </>
      );
    case 'scale':
      return (
        <>
          {one}
          {second && second.value !== 1 && ` ÷ ${numeral(1 / second.value)}`}
        </>
      );
    case 'relu':
      return <>max(0, {one})</>;
    case 'norm':
      if (!second)
        return (
          <>
            {one}{' '}
            <small>
              {first.cell && <MathSymbol notation={matrixSymbols[first.cell.matrix]} />}
            </small>
          </>
        );
      return (
        <>
          ({one} {signed(-(explanation.shift ?? 0))}) ÷ {numeral(explanation.divisor ?? 1)} ×{' '}
          <FactorButton factor={second} active={active} />
        </>
      );
    default:
      if (!second)
        return (
          <>
            {one}{' '}
            <small>
              {first.cell && <MathSymbol notation={matrixSymbols[first.cell.matrix]} />}
            </small>
          </>
        );
      return (
        <>
          {one} × <FactorButton factor={second} active={active} />
        </>
      );
  }
};

const chartWidth = 100;
const rowHeight = 26;
const barHeight = 12;

interface Bar {
  readonly from: number;
  readonly to: number;
}

/** Where each term starts and ends when they are added one after another. */
const running = (terms: readonly Term[]): readonly Bar[] => {
  let sum = 0;
  return terms.map(({ value }) => {
    const from = sum;
    sum += Number.isFinite(value) ? value : 0;
    return { from, to: sum };
  });
};

const BarOf = ({
  bar,
  x,
  fill,
  zero,
}: {
  readonly bar: Bar;
  readonly x: (value: number) => number;
  readonly fill: string;
  readonly zero: number;
}): React.ReactNode => (
  <svg
    className={styles['bar']}
    viewBox={`0 0 ${chartWidth} ${rowHeight}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <line x1={zero} x2={zero} y1={0} y2={rowHeight} className={styles['axis']} />
    <rect
      x={Math.min(x(bar.from), x(bar.to))}
      y={(rowHeight - barHeight) / 2}
      width={Math.max(0.8, Math.abs(x(bar.to) - x(bar.from)))}
      height={barHeight}
      fill={fill}
    />
    <line
      x1={x(bar.to)}
      x2={x(bar.to)}
      y1={(rowHeight + barHeight) / 2}
      y2={rowHeight}
      className={styles['carry']}
    />
  </svg>
);

export interface TermsProps {
  readonly explanation: DecoderCellExplanation;
  readonly active: StageCell;
  /** What the sum is called, and the sign that leads to it. */
  readonly totalLabel: string;
  readonly total: number;
  readonly sign: '=' | '≈';
  readonly isResult: boolean;
}

/** Decimals of terms and of their sum, so that a column of them visibly adds up. */
export const termDigits = 3;

export const Terms = (props: TermsProps): React.ReactNode => {
  const { explanation, active, totalLabel, total, sign, isResult } = props;
  const { palette } = useFrame();
  const state = useToldState();
  const { terms, operation } = explanation;
  const { lit, light } = state;
  // The numbers in a term are its buttons; the room around them points at it as well.
  const pointing = (term: number): React.DOMAttributes<HTMLLIElement> => {
    const point = (): void => light({ term, wholeRow: false });
    const leave = (): void => light(null);
    return { onPointerEnter: point, onPointerLeave: leave, onFocus: point, onBlur: leave };
  };
  const bars = running(terms);
  // While the stop moves, what has not landed yet leaves its place empty.
  const landed = selectMoment(state)?.landed ?? Number.POSITIVE_INFINITY;
  const partial = selectPartialSum(state);
  const long = isLong(explanation);
  const isSettled = useSettled();
  const stop = operation === 'softmax' ? active.col : 0;
  const reached = [0, ...bars.flatMap(({ from, to }) => [from, to])];
  const least = Math.min(...reached);
  const span = Math.max(...reached, least + 1e-9) - least;
  const x = linearScale([least, least + span], [2, chartWidth - 2]);
  const zero = x(0);
  const softmax = operation === 'softmax';
  // A share is a token's: its character says more than its number.
  const names = softmax ? selectColTokens(state, active.matrix) : null;
  const fillOf = (value: number, index: number): string => {
    if (softmax) return index === active.col ? palette.ink : palette.hair2;
    return signedFill(palette, value < 0 ? -0.62 : 0.62, 1);
  };
  return (
    <ol
      className={styles['terms']}
      data-many={terms.length > 6 ? '' : undefined}
      data-long={long ? '' : undefined}
      data-wide={operation === 'norm' ? '' : undefined}
    >
      {terms.map((term, index) => {
        if (long && !isSettled && Math.abs(index - active.col) > mostInSight / 2) return null;
        const bar = bars[index];
        return (
          <li
            key={index}
            data-term=""
            data-value={String(term.value)}
            data-pending={index + 1 > landed ? '' : undefined}
            data-lit={lit?.term === index ? '' : undefined}
            {...pointing(index)}
            className={softmax && index === active.col ? styles['own'] : undefined}
            // Once all are there, the own one can be brought to the middle.
            ref={long && isSettled && softmax && index === active.col ? keepInList : undefined}
          >
            <span className={styles['index']}>{names?.[index] ?? index + 1}</span>
            <span className={styles['written']}>
              <Written
                explanation={explanation}
                term={term}
                active={active}
                stop={long ? index === stop : undefined}
              />
            </span>
            {bar && <BarOf bar={bar} x={x} zero={zero} fill={fillOf(term.value, index)} />}
            <span className={styles['amount']}>
              {softmax
                ? largeNumeral(term.value, termDigits)
                : signedNumeral(term.value, termDigits)}
            </span>
          </li>
        );
      })}
      <li
        className={styles['total']}
        data-pending={partial === null ? undefined : ''}
        {...(isResult && partial === null
          ? { 'data-result': '', 'data-value': String(total) }
          : {})}
      >
        <span className={styles['index']}>{sign}</span>
        <span className={styles['written']}>{totalLabel}</span>
        <BarOf bar={{ from: 0, to: partial ?? total }} x={x} zero={zero} fill={palette.ink} />
        <span className={styles['amount']}>{largeNumeral(partial ?? total, termDigits)}</span>
      </li>
    </ol>
  );
};
