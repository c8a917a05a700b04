/** Where names and signs stand around the blocks of the step that takes one row apart. */
import type { Point } from '../../viz/index.ts';
import { columnsOf } from '../columns.ts';
import type { StageValue } from '../stage/StageContext.tsx';
import type { OneRowLayout } from './layout.ts';

interface Place extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Around {
  readonly weights: Place & { readonly anchor: 'start' | 'end' };
  readonly values: Place & { readonly anchor: 'start' | 'end' };
  /** Null where there is no room for the name. */
  readonly shrunk: Point | null;
  readonly sum: Point;
  /** The way from a row of V to what becomes of it; null where another's sign stands for it. */
  readonly wayOf: (index: number) => Point | null;
  readonly way: string;
  /** Between what is added up and the sum. */
  readonly rule: string;
  readonly sigma: Place;
}

const aroundRows = (
  { metrics }: StageValue,
  { v, cell, weights, values, shrunk, sum }: OneRowLayout,
): Around => {
  const { label, name, band, bandGap } = metrics;
  const above = ({ x, y }: Point) => ({ x, y: y - name * 0.6, anchor: 'start' }) as const;
  const before = shrunk.x - band - bandGap;
  return {
    weights: above(weights),
    values: above(values),
    shrunk: above(shrunk),
    sum: { x: sum.x, y: sum.y + cell + name * 1.1 },
    way: '→',
    wayOf: (index) => ({
      x: before - name * 0.6,
      y: values.y + (index + 0.5) * cell + label * 0.36,
    }),
    rule: `M${sum.x} ${sum.y - name * 0.33}h${v.cols * cell}`,
    sigma: { x: before - 6, y: sum.y + cell * 0.6, anchor: 'end' },
  };
};

export const aroundOf = (stage: StageValue, layout: OneRowLayout): Around =>
  columnsOf(stage)?.oneRow.around(stage, layout) ?? aroundRows(stage, layout);
