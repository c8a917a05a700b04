/** What scenes ask for where tokens are columns and transposing alone does not tell what to do. It comes in a bundle of its own. */
import type { Around } from './one-row/around.ts';
import type { OneRowLayout, OneRowPlaces } from './one-row/layout.ts';
import type { AttentionIn } from './parallel/layout.ts';
import type { StageValue } from './stage/StageContext.tsx';
import type { SumIn } from './Tokens.tsx';

export interface ColumnLayouts {
  readonly oneRow: {
    readonly places: (stage: StageValue) => OneRowPlaces;
    readonly around: (stage: StageValue, layout: OneRowLayout) => Around;
  };
  readonly attention: AttentionIn;
  readonly sum: SumIn;
}

/** The frame hands on what it knows nothing of; null for rows. */
export const columnsOf = ({ layouts }: Pick<StageValue, 'layouts'>): ColumnLayouts | null =>
  layouts as ColumnLayouts | null;
