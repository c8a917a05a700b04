/** Lists of terms that are longer than the inspector: they scroll, and come in two pictures. */
import type { DecoderCellExplanation } from '../../decoder/index.ts';

/** Longer lists scroll, and are one stop for Tab; the arrows go through them. */
export const mostInSight = 12;

/** Whether the terms make a list that scrolls. */
export const isLong = ({ terms }: DecoderCellExplanation): boolean => terms.length > mostInSight;

/** Scrolls a long list, and nothing else, so that the cell's own term is in the middle of it. */
export const keepInList = (term: HTMLLIElement | null): void => {
  const list = term?.parentElement;
  if (!list || list.scrollHeight <= list.clientHeight) return;
  list.scrollTop = term.offsetTop - list.offsetTop - (list.clientHeight - term.offsetHeight) / 2;
};
