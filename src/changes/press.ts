/** A press that begins to drag, and what comes of one that did. */

/** A drag of less, in CSS pixels, is a press that shook. */
export const threshold = 4;

/** The press that ends a drag chooses nothing. */
const swallow = (event: MouseEvent): void => {
  event.stopPropagation();
  event.preventDefault();
};

/** Called as the button of a drag is let go: the click that belongs to it reaches nothing. */
export const swallowClick = (): void => {
  addEventListener('click', swallow, { capture: true, once: true });
  // Where no click follows, the next one is not this drag's.
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
};
