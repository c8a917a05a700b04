/** The block of the figure that is looked at, and where it is in our own pipeline. */
import { blockOf, openedAt, type Block, type NodeId } from '../walkthrough/index.ts';
import type { State } from './state.ts';
import { currentBeat } from './store.ts';

/** The block that was chosen, else the one that the stop looks inside of; null where there is neither. */
export const selectBlock = (state: State): Block | null =>
  (state.block === null ? undefined : blockOf(state.block)) ??
  openedAt(currentBeat(state).id) ??
  null;

const none: readonly NodeId[] = [];

/** The stations of the map that this block is. */
export const selectLitNodes = (state: State): readonly NodeId[] =>
  state.step === 'architecture' ? (selectBlock(state)?.nodes ?? none) : none;
