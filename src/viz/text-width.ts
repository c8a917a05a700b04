/** Rough width of a line of text, to reserve room: Han characters are square, the rest about half. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + (character > '⺀' ? size : size * 0.58), 0);
