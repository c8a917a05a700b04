/** What every picture on the stage needs to know: its size, the state, and the arithmetic that is being explained. */
import { createContext, use, useMemo } from 'react';
import { useAppState, useFrame } from '../../frame/index.ts';
import {
  cellAt,
  currentBeat,
  explain,
  selectActiveCell,
  selectComputation,
  selectMoment,
  selectPartialSum,
  type Computation,
  type StageCell,
  type Store,
} from '../../store/index.ts';
import { metricsFor, type Metrics, type Palette, type Size } from '../../viz/index.ts';
import type { Moment } from '../../choreography/index.ts';
import type { Messages } from '../../i18n/index.ts';

export interface StageValue {
  readonly size: Size;
  /** Whether the stage is transposed: every token is a column. */
  readonly turned: boolean;
  /** Layouts of their own that scenes have for that; null for rows. */
  readonly layouts: unknown;
  readonly metrics: Metrics;
  readonly palette: Palette;
  readonly messages: Messages;
  readonly state: Store;
  readonly computation: Computation;
  /** The cell being explained. */
  readonly active: StageCell | null;
  /** The step's own cell, where Tab enters its matrix. */
  readonly home: StageCell | null;
  /** The cells it is made of, with the number of the term each belongs to, from 1. */
  readonly operands: readonly { readonly cell: StageCell; readonly term: number }[];
  /** How many terms it has. */
  readonly terms: number;
  /** Whether the terms are few enough to be numbered in the cells: short dot products. */
  readonly numbered: boolean;
  /** What is under way, where the stop moves; null at rest. */
  readonly moment: Moment | null;
  /** What the terms landed so far add up to, in the cell under way; null where it is complete. */
  readonly partial: number | null;
}

export const StageContext = createContext<StageValue | null>(null);

const mostNumbered = 4;

/** The cells whose operands are lit: the explained one, or all of its row. */
const litCells = (state: Store, active: StageCell): readonly StageCell[] => {
  if (state.lit?.wholeRow !== true) return [active];
  const { cols } = selectComputation(state, active.variant).matrix(active);
  return Array.from({ length: cols }, (_, col) => ({ ...active, col }));
};

const operandsOf = (
  state: Store,
  active: StageCell | null,
): Pick<StageValue, 'operands' | 'terms' | 'numbered'> => {
  if (!active) return { operands: [], terms: 0, numbered: false };
  const { terms, operation } = explain(state, active);
  const operands = litCells(state, active).flatMap((litCell) =>
    explain(state, litCell).terms.flatMap(({ factors }, index) =>
      state.lit && state.lit.term !== index
        ? []
        : factors.flatMap(({ cell }) =>
            cell ? [{ cell: { ...cell, variant: active.variant }, term: index + 1 }] : [],
          ),
    ),
  );
  const numbered = operation === 'dot' && terms.length <= mostNumbered;
  return { operands, terms: terms.length, numbered };
};

/** What is shown larger may have type and lines so fine that they end up on the screen as small as they ever may be. */
const enlarged = (metrics: Metrics, pixel: number): Metrics => ({
  ...metrics,
  fine: { ...metrics, pixel, micro: metrics.micro * pixel, stroke: metrics.stroke * pixel },
});

export const StageProvider = ({
  size,
  screen,
  zoom,
  children,
}: {
  readonly size: Size;
  readonly screen: Size;
  /** How many times larger than it is laid out the picture is shown. */
  readonly zoom: number;
  readonly children: React.ReactNode;
}): React.ReactNode => {
  const { kind, palette, messages, turning } = useFrame();
  const turned = turning !== null;
  const layouts = turning?.layouts ?? null;
  const state = useAppState();
  const metrics = useMemo(
    () => enlarged(metricsFor(kind, size, screen), 1 / zoom),
    [kind, size, screen, zoom],
  );
  const value = useMemo(() => {
    const active = selectActiveCell(state);
    const seat = currentBeat(state).cell;
    return {
      size,
      turned,
      layouts,
      metrics,
      palette,
      messages,
      state,
      computation: selectComputation(state),
      active,
      home: seat && cellAt(state, seat),
      ...operandsOf(state, active),
      moment: selectMoment(state),
      partial: selectPartialSum(state),
    };
  }, [size, turned, layouts, metrics, palette, messages, state]);
  return <StageContext value={value}>{children}</StageContext>;
};

export const useStage = (): StageValue => {
  const stage = use(StageContext);
  if (!stage) throw new Error('useStage: no StageProvider above this component');
  return stage;
};
