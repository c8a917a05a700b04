/** From a cell of the stage to the one that a key leads to. */

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

const seatOf = (element: Element): readonly [number, number] => [
  Number(element.getAttribute('data-row')),
  Number(element.getAttribute('data-col')),
];

const cellsOf = (matrix: Element): readonly Element[] => [
  ...matrix.querySelectorAll('[data-row][data-col]'),
];

/** The cell that a key leads to from a cell, within its matrix as drawn; null where the key means something else or the edge is reached. */
export const neighbourOf = (element: Element, key: string): Element | null => {
  const matrix = element.closest<SVGElement>('[data-matrix]');
  if (!matrix) return null;
  const [row, col] = seatOf(element);
  const transposed = matrix.dataset['transposed'] !== undefined;
  const line = cellsOf(matrix).filter((cell) =>
    transposed ? seatOf(cell)[1] === col : seatOf(cell)[0] === row,
  );
  if (key === 'Home') return line[0] ?? null;
  if (key === 'End') return line.at(-1) ?? null;
  const move = moves[key];
  if (!move) return null;
  const [down, across] = transposed ? [move[1], move[0]] : move;
  // Rows and columns may be shown in part or in another order, so the next one is the next one drawn.
  const seats = cellsOf(matrix).map(seatOf);
  const rows = [...new Set(seats.map(([r]) => r))];
  const cols = [...new Set(seats.map(([, c]) => c))];
  const wantedRow = rows[rows.indexOf(row) + down];
  const wantedCol = cols[cols.indexOf(col) + across];
  return (
    cellsOf(matrix).find((cell) => {
      const [r, c] = seatOf(cell);
      return r === wantedRow && c === wantedCol;
    }) ?? null
  );
};
