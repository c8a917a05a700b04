/** What screen readers call cells. Where only numbers changed, hundreds of them, the picture comes first and the names follow. */

type Name = () => string;

/** Cells that wait for their names, of all matrices on the page: one timer serves them all. */
const waiting = new Map<Element, Name>();

const give = (element: Element, name: Name): void => element.setAttribute('aria-label', name());

const giveAll = (): void => {
  for (const [element, name] of waiting) give(element, name);
  waiting.clear();
};

/** Names a cell at once. */
export const nameCell = (element: Element, name: Name): void => {
  waiting.delete(element);
  give(element, name);
};

/** Names a cell as soon as there is time. */
export const nameCellLater = (element: Element, name: Name): void => {
  if (waiting.size === 0) setTimeout(giveAll);
  waiting.set(element, name);
};
