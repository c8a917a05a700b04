/** Where the stage finds what enlarges it: that comes behind the first picture, and without it the stage stands as it is. */
import { createContext, type ReactNode } from 'react';
import type { Size } from '../viz/index.ts';

/** Draws what zooms right behind the stage, whose only child is the picture. It is to tell how large that is shown whenever it rests. */
export type Zooming = (size: Size, onRest: (zoom: number) => void) => ReactNode;

export const ZoomContext = createContext<Zooming | undefined>(undefined);
