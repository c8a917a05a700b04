/** Step `formula`: the whole formula above the matrices it stands for; each symbol leads to its matrix and back. */
import { useEffect, useRef, type RefObject } from 'react';
import { formulas } from 'virtual:formulas';
import type { DecoderMatrixName } from '../decoder/index.ts';
import { useAppStore, useFrame } from '../frame/index.ts';
import { lineLayout, textWidth, type LineLayout } from '../viz/index.ts';
import { steps } from '../walkthrough/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { LabelledMatrix } from './stage/LabelledMatrix.tsx';
import { useStage } from './stage/StageContext.tsx';
import styles from './Formula.module.css';

const tex = steps.find((step) => step.id === 'formula')?.formula ?? '';

// One object for ever: a new one would make React set the markup again, and the buttons made of it would be lost.
const markup = { __html: formulas[tex] ?? '' };

/** The symbols of the formula, and the matrix each stands for. */
const linked = new Set<DecoderMatrixName>(['q', 'k', 'v', 'scaled', 'weights', 'context']);

const symbolUnder = (target: EventTarget | null): DecoderMatrixName | null => {
  const name =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-symbol]')?.dataset['symbol']
      : undefined;
  return linked.has(name as DecoderMatrixName) ? (name as DecoderMatrixName) : null;
};

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
      symbol.setAttribute(
        'aria-label',
        messages.ui.followFactor(notations[symbolUnder(symbol) ?? 'x'] ?? ''),
      );
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
  const box = useRef<HTMLDivElement>(null);
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

const notations: Partial<Record<DecoderMatrixName, string>> = {
  q: 'Q',
  k: 'K^T',
  scaled: 'QK^T/√d_k',
  weights: 'softmax',
  v: 'V',
  context: 'Z',
};

const signs = [
  ['·', '→'],
  ['·', '='],
] as const;

/** Kᵀ has its tokens above, the others beside. */
const sideOf = (matrix: DecoderMatrixName): 'none' | 'bands' => (matrix === 'k' ? 'none' : 'bands');

export const Formula = (): React.ReactNode => {
  const { size, metrics, computation, state, moment } = useStage();
  const { head } = state;
  const n = computation.matrix({ matrix: 'weights', head }).rows;
  const dK = computation.matrix({ matrix: 'q', head }).cols;
  const top = metrics.name * 4.6;
  const height = (size.height - top) / 2;
  const chips = metrics.chipWidth + metrics.band + metrics.bandGap + 4;
  const band = metrics.band + metrics.bandGap;
  const sign = metrics.name * 1.5;
  const room = { above: metrics.name * 1.9, below: metrics.label * 0.8, gap: sign };
  const first: LineLayout = lineLayout(
    { width: size.width, height },
    [
      { rows: n, cols: dK, before: chips },
      { rows: dK, cols: n },
      { rows: n, cols: n, before: band },
    ],
    room,
    metrics.cellMax * 0.8,
  );
  const second = lineLayout(
    { width: size.width, height },
    [
      { rows: n, cols: n, before: chips },
      { rows: n, cols: dK, before: band },
      { rows: n, cols: dK, before: band },
    ],
    room,
    first.cell,
  );
  /** Whether a name's shape would run into what stands to its right. */
  const isBare = (matrix: DecoderMatrixName, free: number): boolean =>
    textWidth((notations[matrix] ?? '').replaceAll(/[_^]/g, ''), metrics.name * 0.9) +
      textWidth(' 5×5', metrics.label) >
    free;
  const rows = [
    { line: first, y: top, matrices: ['q', 'k', 'scaled'] as const, widths: [dK, n, n] },
    {
      line: second,
      y: top + height,
      matrices: ['weights', 'v', 'context'] as const,
      widths: [n, dK, dK],
    },
  ];
  return (
    <>
      <Canvas size={size}>
        {rows.map(({ line, y, matrices, widths }, rowIndex) =>
          matrices.map((matrix, index) => {
            const seat = line.seats[index];
            const width = (widths[index] ?? 0) * line.cell;
            if (!seat) return null;
            const next = line.seats[index + 1];
            const station = rowIndex * 3 + index;
            const middle = y + (line.seats[0]?.y ?? 0) + (n * line.cell) / 2;
            return (
              <g key={matrix} visibility={moment?.station(station) === 0 ? 'hidden' : undefined}>
                <LabelledMatrix
                  matrix={matrix}
                  head={head}
                  notation={notations[matrix] ?? ''}
                  nameAt="above"
                  bare={metrics.narrow || isBare(matrix, (next?.x ?? size.width) - seat.x)}
                  x={seat.x}
                  y={y + seat.y}
                  cell={line.cell}
                  transposed={matrix === 'k'}
                  rows={index === 0 ? 'chips' : sideOf(matrix)}
                  cols={matrix === 'k' ? 'bands' : 'none'}
                />
                {next && moment?.station(station + 1) !== 0 && (
                  <Note
                    x={(seat.x + width + next.x - (index === 1 || rowIndex === 1 ? band : 0)) / 2}
                    y={middle + metrics.name * 0.3}
                    anchor="middle"
                    tone="ink2"
                    size={metrics.name * 0.9}
                  >
                    {signs[rowIndex]?.[index]}
                  </Note>
                )}
              </g>
            );
          }),
        )}
      </Canvas>
      <LinkedFormula height={top} />
    </>
  );
};
