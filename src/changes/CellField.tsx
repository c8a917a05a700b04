/** The number of a chosen cell as a field: typed, stepped with keys and buttons, and given back. What a cell was is said of every cell. */
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Minus, Plus, Undo2, Waypoints } from 'lucide-react';
import { useApp, useAppState, useAppStore, useFrame } from '../frame/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import { at } from '../math/index.ts';
import {
  matrixBefore,
  selectBase,
  selectComputation,
  valueIn,
  type CellEdit,
  type StageCell,
} from '../store/index.ts';
import { numeral } from '../viz/index.ts';
import { resetCell, setCell } from './actions.ts';
import styles from './changes.module.css';
import { Held } from './Held.tsx';
import { editOf, editValue, isEditable, ownCellValue } from './edits.ts';

/** What one press of an arrow adds; ten times as much with Shift, a tenth with Alt. */
const step = 0.1;

const stepOf = ({ shiftKey, altKey }: Pick<KeyboardEvent, 'shiftKey' | 'altKey'>): number => {
  if (shiftKey) return step * 10;
  return altKey ? step / 10 : step;
};

/** What a number may begin with. */
const beginning = /^[-\d.]$/u;

/** As a reader may type it: the minus of print and a comma are understood. */
const numberOf = (text: string): number => {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  return plain === '' ? Number.NaN : Number(plain);
};

/** The same elements for good: a number that is scrubbed draws none of them again. */
const icons = {
  less: <Minus aria-hidden="true" />,
  more: <Plus aria-hidden="true" />,
  influence: <Waypoints aria-hidden="true" />,
  reset: <Undo2 aria-hidden="true" />,
};

type Place = Omit<CellEdit, 'value'>;

interface FieldProps {
  readonly place: Place;
  readonly cell: StageCell;
  readonly value: number;
}

const Field = ({ place, cell, value }: FieldProps): React.ReactNode => {
  const store = useAppStore();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What is being typed, until it is a number that counts. */
  const [draft, setDraft] = useState<string | null>(null);
  const set = (next: number): void => setCell(store, { ...place, value: next }, `field ${id}`);
  const nudge = (by: number): void => {
    setDraft(null);
    set((editValue(value) ?? 0) + by);
  };
  const finish = (): void => {
    setDraft(null);
    store.getState().endGesture();
  };
  const change = (text: string): void => {
    setDraft(text);
    const typed = numberOf(text);
    if (!Number.isNaN(typed)) set(typed);
  };
  const begin = useEffectEvent((event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof SVGElement) || !target.closest('[data-matrix]')) return;
    if (key === 'Delete' || key === 'Backspace') resetCell(store, place);
    else if (beginning.test(key)) {
      // Chosen first: the cell that is only pointed at goes when the focus leaves it.
      store.getState().pin(cell);
      input.current?.focus();
      change(key);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => begin(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  const own = ownCellValue(store.getState(), place);
  const probe = useApp((state) => state.probe);
  const isProbed =
    probe?.matrix === place.matrix && probe.row === place.row && probe.col === place.col;
  const isEdited = editOf(store.getState().edits, place) !== null;
  return (
    <div className={styles['field']} data-cell-field="">
      <label htmlFor={id}>{texts.setTo}</label>
      <span className={styles['stepper']}>
        <button type="button" aria-label={texts.less} onClick={() => nudge(-step)}>
          {icons.less}
        </button>
        {/* Keeps the field from being a child of the flex box, which would lay out both together. */}
        <span>
          <input
            id={id}
            ref={input}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            value={draft ?? String(editValue(value) ?? 0)}
            title={texts.scrub}
            onFocus={() => store.getState().pin(cell)}
            onChange={(event) => change(event.target.value)}
            onBlur={finish}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'Escape') finish();
              else if (event.key === 'ArrowUp') nudge(stepOf(event));
              else if (event.key === 'ArrowDown') nudge(-stepOf(event));
              else return;
              event.preventDefault();
            }}
          />
        </span>
        <button type="button" aria-label={texts.more} onClick={() => nudge(step)}>
          {icons.more}
        </button>
      </span>
      <button
        type="button"
        className={styles['quiet']}
        aria-pressed={isProbed}
        onClick={() => store.getState().setProbe(isProbed ? null : place)}
      >
        {icons.influence}
        {texts.influence}
      </button>
      {isEdited && own !== null && (
        <button type="button" className={styles['quiet']} onClick={() => resetCell(store, place)}>
          {icons.reset}
          {texts.resetTo(numeral(own))}
        </button>
      )}
    </div>
  );
};

/** What the cell was before the last change, where that is another number; of two states, what it is in both. */
const Before = ({ cell, value }: { cell: StageCell; value: number }): React.ReactNode => {
  const state = useAppState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  if (state.held)
    return (
      <>
        <Held cell={cell} />
        {state.side === 'diff' && <p className={styles['before']}>{texts.restIsB}</p>}
      </>
    );
  if (state.probe !== null || selectBase(state) === null) return null;
  const before = valueIn(matrixBefore(state, cell), cell);
  if (before === value) return null;
  return (
    <p className={styles['before']} data-before={before === null ? '' : String(before)}>
      {before === null ? texts.isNew : texts.before(numeral(before))}
    </p>
  );
};

export const CellField = ({ cell }: { readonly cell: StageCell }): React.ReactNode => {
  const state = useAppState();
  const { matrix, row, col } = cell;
  const value = at(selectComputation(state, cell.variant).matrix(cell), row, col);
  const place = isEditable(matrix) ? { matrix, row, col } : null;
  const canBeSet = place !== null && ownCellValue(state, place) !== null;
  return (
    <>
      <Before cell={cell} value={value} />
      {canBeSet && (
        <Field key={`${matrix} ${row} ${col}`} place={place} cell={cell} value={value} />
      )}
    </>
  );
};
