/** The five stops of the tour: what each points at, what it needs on the stage, and what the reader does there. */
import { selectActiveCell, selectMotion, type AppStore, type Store } from '../../store/index.ts';
import type { TourTexts } from '../../i18n/tour.zh-CN.ts';
import type { Side } from './place-card.ts';

export interface TourStop {
  readonly id: keyof TourTexts['stops'];
  /** A selector of what it points at. */
  readonly target: string;
  /** A selector of what the card should leave in sight. */
  readonly clear?: string;
  /** Where the card may stand, the best first. */
  readonly sides: readonly Side[];
  /** Brings the page to where the stop can be done. */
  readonly prepare: (store: AppStore) => void;
  /** Whether a change of the state is what the stop asks for. */
  readonly isDone: (now: Store, before: Store) => boolean;
}

/** A step with a product, whose numbers have terms to follow and heads to choose from. */
const workplace = 'scores';

const toWorkplace = (store: AppStore): void => {
  const { step, goTo, setPlaying, setMoment } = store.getState();
  setPlaying(false);
  setMoment(null);
  if (step !== workplace) goTo(workplace);
};

export const tourStops: readonly TourStop[] = [
  {
    id: 'next',
    target: '[data-part="next"]',
    sides: ['above', 'below'],
    prepare: () => undefined,
    isDone: (now, before) => now.step !== before.step || now.beat !== before.beat,
  },
  {
    id: 'move',
    target: '[data-part="play"]',
    sides: ['above', 'below'],
    prepare: (store) => {
      if (!selectMotion(store.getState())) toWorkplace(store);
    },
    // Not before it has moved: the picture is what shall be looked at.
    isDone: (now, before) => before.moment !== null && now.moment === null,
  },
  {
    id: 'ask',
    target: `[data-matrix="${workplace}"]`,
    clear: '[data-stage]',
    sides: ['left', 'below', 'above', 'right'],
    prepare: toWorkplace,
    isDone: (now, before) => now.pinned !== null && now.pinned !== before.pinned,
  },
  {
    id: 'follow',
    target: '[data-inspector] :has(> [data-term])',
    sides: ['below', 'above', 'left'],
    prepare: (store) => {
      if (store.getState().pinned) return;
      toWorkplace(store);
      store.getState().pin(selectActiveCell(store.getState()));
    },
    isDone: (now, before) => now.trail.length > before.trail.length,
  },
  {
    id: 'change',
    target: '[data-part="head"]',
    sides: ['below', 'above'],
    prepare: (store) => {
      if (store.getState().step !== workplace) toWorkplace(store);
    },
    // The last one stays until it was read.
    isDone: () => false,
  },
];
