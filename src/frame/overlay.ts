/** What may be drawn over the numbers of a matrix, or in their place, by what is no part of the first picture. */
import { createContext, use, type ComponentType } from 'react';
import type { State } from '../store/index.ts';
import type { MatrixViewProps } from '../viz/index.ts';

/** A matrix as it is drawn, with its own numbers. */
export type MarkedMatrix = Pick<
  MatrixViewProps,
  'id' | 'matrix' | 'x' | 'y' | 'cell' | 'pitch' | 'transposed' | 'rowsShown' | 'colsShown'
>;

/** What a picture of a matrix and its legend have in common; of a picture all that makes it one. */
export type Look = Pick<MatrixViewProps, 'id' | 'rule' | 'domain'> & Partial<MatrixViewProps>;

export interface Overlay {
  /** How a matrix looks where others stand in the place of its numbers; else as it is. */
  readonly asDifference: <Given extends Look>(state: State, given: Given) => Given;
  readonly ChangedMarks: ComponentType<MarkedMatrix>;
}

export const OverlayContext = createContext<Overlay | null>(null);

export const useOverlay = (): Overlay | null => use(OverlayContext);
