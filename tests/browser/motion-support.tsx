/** Going to moments of a motion, and finding them. */
import { act } from '@testing-library/react';
import type { AppStore, State } from '../../src/store/index.ts';

/** Goes to a moment of the stop, or to rest. */
export const goTo = (store: AppStore, moment: number | null): void =>
  act(() => store.getState().setMoment(moment));

/** The first moment of a motion at which something holds. */
export const momentWhen = (store: AppStore, holds: (state: State) => boolean): number => {
  const found = Array.from({ length: 400 }, (_, tick) => tick / 400).find((moment) =>
    holds({ ...store.getState(), moment }),
  );
  if (found === undefined) throw new Error('momentWhen: never');
  return found;
};

/** The number that a cell carries; null where it is empty. */
export const textOf = (cell: Element): string | null =>
  cell.querySelector('text')?.textContent ?? null;
