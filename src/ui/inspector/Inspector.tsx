/** The inspector: which cell, its value, its exact arithmetic, where it goes next, and what its colour means. */
import type { ComponentType } from 'react';
import { ChevronRight } from 'lucide-react';
import { useToldState, useFrame } from '../../frame/index.ts';
import { at } from '../../math/index.ts';
import {
  explain,
  nextCells,
  rowIsToken,
  selectActiveCell,
  selectComputation,
  selectPartialSum,
  type StageCell,
} from '../../store/index.ts';
import { numeral } from '../../viz/index.ts';
import { MathSymbol } from '../Symbol.tsx';
import { Arithmetic } from './Arithmetic.tsx';
import { CellHeading, cellNotation, CellSymbol, onwardNotation } from './Heading.tsx';
import styles from './Inspector.module.css';
import { Legend } from './Legend.tsx';

/** The way back along the factors that were followed. */
const Breadcrumb = ({ active }: { readonly active: StageCell }): React.ReactNode => {
  const { trail, retrace } = useToldState();
  const { messages } = useFrame();
  if (trail.length === 0) return null;
  return (
    <nav className={styles['trail']} aria-label={messages.ui.back}>
      {trail.map((cell, index) => (
        <span key={`${index}${cellNotation(cell)}`}>
          <button type="button" onClick={() => retrace(index)}>
            <CellSymbol cell={cell} />
          </button>
          <ChevronRight aria-hidden="true" />
        </span>
      ))}
      <span aria-current="true">
        <CellSymbol cell={active} />
      </span>
    </nav>
  );
};

/** Keeps its place while the number is not there yet, so that nothing moves when it is. */
const GoesOn = ({
  active,
  isPending,
}: {
  readonly active: StageCell;
  readonly isPending: boolean;
}): React.ReactNode => {
  const state = useToldState();
  const { messages, say } = useFrame();
  const next = nextCells(state, active);
  if (next.length === 0) return null;
  return (
    <section
      className={styles['next']}
      data-pending={isPending ? '' : undefined}
      aria-label={messages.ui.goesOn}
    >
      <p>{messages.ui.goesOn}</p>
      <ol>
        {next.map((onward) => (
          <li key={onward.cell.matrix}>
            <button type="button" onClick={() => state.advance(active, onward.cell)}>
              <MathSymbol notation={say(onwardNotation(onward))} />
              <b>
                {onward.spread > 1
                  ? messages.ui.entersSeveral(onward.spread)
                  : numeral(onward.value)}
              </b>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Whether the matrix of a cell shows blocked cells, so that the legend must name the hatch. */
const showsBlocked = (state: Parameters<typeof selectComputation>[0], cell: StageCell): boolean => {
  if (!['masked', 'weights'].includes(cell.matrix)) return false;
  const { data } = selectComputation(state, cell.variant).matrix({
    matrix: 'masked',
    head: cell.head ?? 0,
  });
  return data.includes(-Infinity);
};

export interface InspectorProps {
  readonly legend?: boolean;
  /** What can be done with the cell, below its value. */
  readonly field?: ComponentType<{ readonly cell: StageCell }> | undefined;
}

export const Inspector = ({ legend = true, field: Field }: InspectorProps): React.ReactNode => {
  const state = useToldState();
  const { messages } = useFrame();
  const active = selectActiveCell(state);
  if (!active) return null;
  const explanation = explain(state, active);
  const matrix = selectComputation(state, active.variant).matrix(active);
  const partial = selectPartialSum(state);
  return (
    <aside
      className={styles['inspector']}
      data-inspector=""
      data-operation={explanation.operation}
      data-divisor={
        explanation.operation === 'softmax' ? String(explanation.divisor ?? 0) : undefined
      }
      aria-label={messages.ui.inspector}
    >
      <Breadcrumb active={active} />
      <h2 className={styles['heading']}>
        <CellHeading cell={active} />
      </h2>
      <p className={styles['value']} data-pending={partial === null ? undefined : ''}>
        {numeral(partial ?? at(matrix, active.row, active.col))}
        <CellSymbol cell={active} />
      </p>
      {Field && partial === null && <Field cell={active} />}
      <div className={styles['work']}>
        <Arithmetic explanation={explanation} active={active} />
        <GoesOn active={active} isPending={partial !== null} />
      </div>
      {legend && (
        <Legend
          matrix={active.matrix}
          position={rowIsToken(active.matrix) ? active.row : 0}
          hasMasked={showsBlocked(state, active)}
        />
      )}
    </aside>
  );
};
