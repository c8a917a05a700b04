/** The numbers around the pointer, where cells are too small to show their own. */
import { useEffect, useState } from 'react';
import { useApp, useFrame, useScreen, type Look } from '../frame/index.ts';
import { at, type Matrix } from '../math/index.ts';
import {
  matrixIn,
  rowIsToken,
  ruleOf,
  selectColTokens,
  selectComputation,
  selectDomain,
  selectRowTokens,
  type StageCell,
  type Store,
} from '../store/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import { MathSymbol } from '../ui/index.ts';
import { numeral, paintCell, tokenHue } from '../viz/index.ts';
import { matrixSymbols } from '../walkthrough/index.ts';
import styles from './changes.module.css';
import { asDifference } from './difference.ts';

/** Cells to each side of the one that is pointed at. */
const reach = 2;
/** A cell of this width has room for its number. */
const roomy = 30;
const margin = 8;
/** What a finger hides below the cell that it points at. */
const fingerRoom = 56;
/** Of the lens with its headings, in CSS pixels. */
const size = { width: 266, height: 208 } as const;

/** The lines around one that are there, as many as the lens has room for. */
const around = (index: number, length: number): readonly number[] => {
  const from = Math.max(0, Math.min(index - reach, length - (2 * reach + 1)));
  return Array.from({ length: Math.min(2 * reach + 1, length) }, (_, offset) => from + offset);
};

/** Where a cell is, with the finger on it, and whether its matrix is drawn transposed. */
interface Seen {
  readonly rect: DOMRect;
  readonly transposed: boolean;
}

/** The cell that is pointed at or has the focus, if it shows no number; null elsewhere. */
const useBareCell = (): Seen | null => {
  const [seen, setSeen] = useState<Seen | null>(null);
  useEffect(() => {
    let last: EventTarget | null = null;
    const look = (target: EventTarget | Element | null, isFinger = false): void => {
      last = target;
      const element = target instanceof Element ? target.closest('[data-row][data-col]') : null;
      const matrix = element?.closest('[data-stage] [data-matrix]');
      const box = element?.getBoundingClientRect();
      const isBare = matrix && box && box.width < roomy && element?.querySelector('text') === null;
      if (!isBare) return setSeen(null);
      const height = box.height + (isFinger ? fingerRoom : 0);
      setSeen({
        rect: new DOMRect(box.x, box.y, box.width, height),
        transposed: matrix.hasAttribute('data-transposed'),
      });
    };
    const over = (event: PointerEvent): void => look(event.target, event.pointerType !== 'mouse');
    const move = (event: PointerEvent): void => {
      // A finger keeps its events on the element it came down on.
      if (event.pointerType !== 'mouse')
        look(document.elementFromPoint(event.clientX, event.clientY), true);
    };
    const focus = (event: FocusEvent): void => look(event.target);
    const scroll = ({ target }: Event): void => {
      // While the stage is enlarged or dragged, nobody reads; where it comes to rest, there may be numbers.
      const isMoving = target instanceof Element && target.matches('[data-moving]');
      look(isMoving ? null : last);
    };
    addEventListener('pointerover', over);
    addEventListener('pointermove', move);
    addEventListener('focusin', focus);
    addEventListener('scroll', scroll, true);
    return () => {
      removeEventListener('pointerover', over);
      removeEventListener('pointermove', move);
      removeEventListener('focusin', focus);
      removeEventListener('scroll', scroll, true);
    };
  }, []);
  return seen;
};

/** Above the cell where there is room, else below it; never beyond the screen. */
const placeOf = (rect: DOMRect, screen: { readonly width: number }) => ({
  left: Math.max(
    margin,
    Math.min(rect.x + rect.width / 2 - size.width / 2, screen.width - size.width - margin),
  ),
  top:
    rect.y - size.height - 2 * margin > 0
      ? rect.y - size.height - 2 * margin
      : rect.bottom + 2 * margin,
});

/** The numbers as they lie on the stage. */
const Numbers = ({
  state,
  cell,
  matrix,
  transposed,
}: {
  readonly transposed: boolean;
  readonly state: Store;
  readonly cell: StageCell;
  readonly matrix: Matrix;
}): React.ReactNode => {
  const { palette } = useFrame();
  const ofRows = {
    places: around(cell.row, matrix.rows),
    tokens: selectRowTokens(state, cell.matrix),
  };
  const ofCols = {
    places: around(cell.col, matrix.cols),
    tokens: selectColTokens(state, cell.matrix),
  };
  const [down, across] = transposed ? [ofCols, ofRows] : [ofRows, ofCols];
  const isToken = state.fill === 'token' && rowIsToken(cell.matrix);
  const look = asDifference<Look & { readonly matrix: Matrix }>(state, {
    id: cell,
    matrix,
    rule: ruleOf(cell.matrix),
    domain: selectDomain(state, cell.matrix),
    hueOf: isToken ? (row) => tokenHue(palette, row) : null,
  });
  const numbers = look.matrix;
  const paint = (row: number, col: number): React.CSSProperties => {
    const hue = look.hueOf?.(row, col) ?? null;
    const { colour, ink, form } = paintCell(
      { ...look, palette, hue },
      at(numbers, row, col),
      'plain',
    );
    return form === 'square' ? { background: colour, color: ink } : { color: ink };
  };
  return (
    <table>
      <thead>
        <tr>
          <th>
            <MathSymbol notation={matrixSymbols[cell.matrix]} />
          </th>
          {across.places.map((place) => (
            <th key={place}>{across.tokens?.[place] ?? place + 1}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {down.places.map((line) => (
          <tr key={line}>
            <th>{down.tokens?.[line] ?? line + 1}</th>
            {across.places.map((place) => {
              const [row, col] = transposed ? [place, line] : [line, place];
              return (
                <td
                  key={place}
                  style={paint(row, col)}
                  data-here={row === cell.row && col === cell.col ? '' : undefined}
                >
                  {look.blankOf?.(row, col) === true ? '' : numeral(at(numbers, row, col))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const whole = (state: Store): Store => state;

const Around = ({ rect, transposed }: Seen): React.ReactNode => {
  const state = useApp(whole);
  const screen = useScreen();
  const { zoomBy } = changesTextsOf(useFrame().language);
  const cell = state.hovered;
  const matrix = cell && matrixIn(selectComputation(state, cell.variant), cell);
  if (!cell || !matrix || cell.row >= matrix.rows || cell.col >= matrix.cols) return null;
  return (
    <div className={styles['lens']} style={placeOf(rect, screen)} aria-hidden="true" data-lens="">
      <Numbers state={state} cell={cell} matrix={matrix} transposed={transposed} />
      <p>{zoomBy}</p>
    </div>
  );
};

/** Follows the pointer and the focus; a screen reader hears the cells themselves. Where cells show their numbers, it asks the store for nothing. */
export const Lens = (): React.ReactNode => {
  const seen = useBareCell();
  return seen && <Around {...seen} />;
};
