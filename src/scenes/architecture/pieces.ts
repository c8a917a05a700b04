/** What a diagram is made of: blocks, lines and words, placed in pixels. Layouts make it, `Diagram.tsx` draws it, a zoom takes it along. */
import type { Box, Point } from '../../viz/index.ts';
import type { Block } from '../../walkthrough/index.ts';
import type { MatrixSource } from '../stage/source.ts';

/** A matrix of the computation as a picture of a few pixels a cell. */
export interface Picture extends Box {
  readonly source: MatrixSource;
}

export interface PlacedBlock extends Box {
  readonly block: Block;
  readonly text: string;
  /** Where the text stands; the whole block where absent. */
  readonly textBox?: Box;
  /** The block that the figure is about. */
  readonly strong?: boolean;
  /** How many of its kind stand behind each other. */
  readonly copies?: number;
}

/** From the first point to the last, by level and upright pieces. */
export interface Line {
  readonly points: readonly Point[];
  readonly arrow?: boolean;
  /** Dropped where language models keep only the decoder. */
  readonly dropped?: boolean;
  /** Comes where something was dropped. */
  readonly bypass?: boolean;
}

export interface Word {
  readonly at: Point;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold?: boolean;
  readonly dropped?: boolean;
  /** Names a picture beside it; only shown where both have their size. */
  readonly beside?: boolean;
  /** Typeset as a symbol. */
  readonly symbol?: boolean;
}

/** A frame round blocks that are repeated. */
export interface Repeated extends Box {
  readonly dropped?: boolean;
}

export interface Diagram {
  readonly blocks: readonly PlacedBlock[];
  readonly lines: readonly Line[];
  readonly words: readonly Word[];
  readonly frames: readonly Repeated[];
  readonly pictures: readonly Picture[];
}
