/** What comes behind the first picture and then stands on the stage: other numbers, marks, what enlarges it. Without it the stage stands as it is. */
import { createContext, use, type ComponentType, type ReactNode } from 'react';
import type { State } from '../store/index.ts';
import type { MatrixViewProps, Size } from '../viz/index.ts';

/** A matrix as it is drawn, with its own numbers. */
export type MarkedMatrix = Pick<
  MatrixViewProps,
  'id' | 'matrix' | 'x' | 'y' | 'cell' | 'pitch' | 'transposed' | 'rowsShown' | 'colsShown'
>;

/** What a picture of a matrix and its legend have in common; of a picture all that makes it one. */
export type Look = Pick<MatrixViewProps, 'id' | 'rule' | 'domain'> & Partial<MatrixViewProps>;

/** Draws what zooms right behind the stage, whose only child is the picture. It is to tell how large that is shown whenever it rests. */
export type Zooming = (size: Size, onRest: (zoom: number) => void) => ReactNode;

export interface Overlay {
  /** How a matrix looks where others stand in the place of its numbers; else as it is. */
  readonly asDifference: <Given extends Look>(state: State, given: Given) => Given;
  readonly ChangedMarks: ComponentType<MarkedMatrix>;
  readonly zoom: Zooming;
}

export const OverlayContext = createContext<Overlay | null>(null);

export const useOverlay = (): Overlay | null => use(OverlayContext);
