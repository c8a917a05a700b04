/** Step `formula`: the whole formula above the matrices it stands for; each symbol leads to its matrix and back. */
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { formulas } from 'virtual:formulas';
import { useAppStore, useFrame } from '../frame/index.ts';
import { colIsToken } from '../store/index.ts';
import { chipsBeside, lineLayout, textWidth } from '../viz/index.ts';
import { steps } from '../walkthrough/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { drawnShape, isTransposed } from './stage/source.ts';
import { useStage, type StageValue } from './stage/StageContext.tsx';
import styles from './Formula.module.css';

const tex = steps.find((step) => step.id === 'formula')?.formula ?? '';

const notations = {
  q: 'Q',
  k: 'K^T',
  scaled: 'QK^T/√d_k',
  weights: 'softmax',
  v: 'V',
  context: 'Z',
} as const;

type Name = keyof typeof notations;

/** The matrices in the order in which they come. */
const order = Object.keys(notations) as readonly Name[];

/** The two products, with the signs between operands and result; transposed, the operands change places. */
const lines = {
  rows: [
    ['q', 'k', 'scaled'],
    ['weights', 'v', 'context'],
  ],
  columns: [
    ['k', 'q', 'scaled'],
    ['v', 'weights', 'context'],
  ],
} as const;

const signs = [
  ['·', '→'],
  ['·', '='],
] as const;

const notationOf = (matrix: Name, turned: boolean): string =>
  turned && matrix === 'scaled' ? 'K^TQ/√d_k' : notations[matrix];

/** The matrix that the symbol under a target stands for. */
const symbolUnder = (target: EventTarget | null): Name | null => {
  const name =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-symbol]')?.dataset['symbol']
      : undefined;
  return order.find((matrix) => matrix === name) ?? null;
};

const nameOf = (matrix: Name | null): string => (matrix ? notations[matrix] : '');

/** Makes every symbol of the formula a button: pointing or focusing shows its matrix, pressing keeps it. */
const useLinkedSymbols = (box: RefObject<HTMLDivElement | null>): void => {
  const store = useAppStore();
  const { messages } = useFrame();
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    for (const symbol of element.querySelectorAll<HTMLElement>('[data-symbol]')) {
      symbol.tabIndex = 0;
      symbol.setAttribute('role', 'button');
      symbol.setAttribute('aria-label', messages.ui.followFactor(nameOf(symbolUnder(symbol))));
    }
    // Maths is read as one image; as a group its symbols may be buttons.
    element.querySelector('math')?.setAttribute('role', 'group');
    const show = (event: Event, keep: boolean): void => {
      const matrix = symbolUnder(event.target);
      if (!matrix) return;
      // The stage would take a symbol for empty ground, and let go of the cell at once.
      event.stopPropagation();
      const { tokens, head, pin, hover } = store.getState();
      const cell = { matrix, head, row: tokens.length - 1, col: 0 };
      if (keep) pin(cell);
      else hover(cell);
    };
    const point = (event: Event): void => show(event, false);
    const press = (event: Event): void => show(event, true);
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      show(event, true);
    };
    element.addEventListener('pointerover', point);
    element.addEventListener('focusin', point);
    element.addEventListener('click', press);
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('pointerover', point);
      element.removeEventListener('focusin', point);
      element.removeEventListener('click', press);
      element.removeEventListener('keydown', key);
    };
  }, [box, store, messages]);
};

/** The typeset formula; the matrix in use marks its symbol. */
const LinkedFormula = ({ height }: { height: number }): React.ReactNode => {
  const { active, metrics, messages } = useStage();
  const { turning } = useFrame();
  const box = useRef<HTMLDivElement>(null);
  // The same object for the same formula: a new one would make React set the markup again, and the buttons made of it would be lost.
  const markup = useMemo(
    () => ({ __html: turning?.formulas[tex] ?? formulas[tex] ?? '' }),
    [turning],
  );
  useLinkedSymbols(box);
  return (
    <div
      ref={box}
      className={styles['formula']}
      data-active={active?.matrix ?? ''}
      style={{ height, fontSize: metrics.name * 1.35 }}
      role="group"
      aria-label={messages.ui.formulaLabel}
      dangerouslySetInnerHTML={markup}
    />
  );
};

/** How each matrix of a line is drawn, and whether its tokens stand beside its rows. */
const blocksOf = (stage: StageValue, names: readonly Name[]) =>
  names.map((matrix) => {
    const source = { matrix, head: stage.state.head, transposed: matrix === 'k' };
    return {
      ...source,
      ...drawnShape(stage, source),
      beside: colIsToken(matrix) || !isTransposed(stage, source),
    };
  });

const layOut = (stage: StageValue) => {
  const { size, metrics, turned } = stage;
  const top = metrics.name * 4.6;
  const height = (size.height - top) / 2;
  const band = metrics.band + metrics.bandGap;
  const chips = chipsBeside(metrics);
  const room = { above: metrics.name * 1.9, below: metrics.label * 0.8, gap: metrics.name * 1.5 };
  let cellMax = metrics.cellMax * 0.8;
  const drawn = lines[turned ? 'columns' : 'rows'].map((names, line) => {
    const blocks = blocksOf(stage, names);
    const { cell, seats } = lineLayout(
      { width: size.width, height },
      blocks.map(({ rows, cols, beside }, index) => ({
        rows,
        cols,
        ...(beside ? { before: index === 0 ? chips : band } : {}),
      })),
      room,
      cellMax,
    );
    // No cell of the second line is larger than those of the first.
    cellMax = cell;
    return { blocks, cell, seats, y: top + line * height };
  });
  return { top, band, drawn };
};

type FormulaLine = ReturnType<typeof layOut>['drawn'][number];

/** One product: its operands and what they make, as far as they have come. */
const Product = ({
  line: { blocks, cell, seats, y },
  signsOf,
  band,
}: {
  readonly line: FormulaLine;
  readonly signsOf: readonly string[];
  readonly band: number;
}): React.ReactNode => {
  const { size, metrics, moment, turned } = useStage();
  const isThere = (matrix: Name): boolean => moment?.station(order.indexOf(matrix)) !== 0;
  /** Whether a name's shape would run into what stands to its right. */
  const isBare = (notation: string, free: number): boolean =>
    textWidth(notation.replaceAll(/[_^]/g, ''), metrics.name * 0.9) +
      textWidth(' 5×5', metrics.label) >
    free;
  const tallest = Math.max(...blocks.map(({ rows }) => rows));
  const middle = y + Math.min(...seats.map((seat) => seat.y)) + (tallest * cell) / 2;
  return blocks.map(({ matrix, head, transposed, cols, beside }, index) => {
    const seat = seats[index];
    if (!seat) return null;
    const [after, next] = [seats[index + 1], blocks[index + 1]];
    const notation = notationOf(matrix, turned);
    const side = index === 0 && beside ? 'chips' : 'bands';
    return (
      <g key={matrix} visibility={isThere(matrix) ? undefined : 'hidden'}>
        <LabelledMatrix
          matrix={matrix}
          head={head}
          notation={notation}
          nameAt="above"
          bare={metrics.narrow || isBare(notation, (after?.x ?? size.width) - seat.x)}
          x={seat.x}
          y={y + seat.y}
          cell={cell}
          transposed={transposed}
          rows={transposed ? 'none' : side}
          cols={transposed ? side : 'none'}
        />
        {after && next && isThere(next.matrix) && (
          <Note
            x={(seat.x + cols * cell + after.x - (next.beside ? band : 0)) / 2}
            y={middle + metrics.name * 0.3}
            anchor="middle"
            tone="ink2"
            size={metrics.name * 0.9}
          >
            {signsOf[index]}
          </Note>
        )}
      </g>
    );
  });
};

export const Formula = (): React.ReactNode => {
  const stage = useStage();
  const { top, band, drawn } = layOut(stage);
  return (
    <>
      <Canvas size={stage.size}>
        {drawn.map((line, index) => (
          <Product key={line.y} line={line} signsOf={signs[index] ?? []} band={band} />
        ))}
      </Canvas>
      {/* Another formula has other symbols. */}
      <LinkedFormula key={String(stage.turned)} height={top} />
    </>
  );
};
