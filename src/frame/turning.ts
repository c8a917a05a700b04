/** What changes where every token is a column instead of a row; most of the stage only transposes its matrices. */
import type { ComponentType } from 'react';
import type { Box } from '../viz/index.ts';

export interface MirroredProps {
  readonly box: Box;
  /** Draws into the box that it is given. */
  readonly children: (box: Box) => React.ReactNode;
}

export interface Turning {
  /** A catalogue of texts, or a part of one, for columns; the same object for the same one. */
  readonly words: <Texts>(texts: Texts) => Texts;
  /** Typeset formulas by the TeX of those they stand in for; others are the same. */
  readonly formulas: Readonly<Record<string, string>>;
  /** What scenes ask for, and know the type of. */
  readonly layouts: unknown;
  /** Mirrors a part of the stage that is laid out for rows. */
  readonly Mirrored: ComponentType<MirroredProps>;
}
