/** All of attention at once, where tokens are columns. */
import type { AttentionIn } from '../scenes/index.ts';
import { cellSize } from '../viz/index.ts';

/** Keys on top, arrows downwards, A below them on the same columns. */
export const attention: AttentionIn = (room, n, { label, cellMax }, rooms) => {
  const { head, above, before, below } = rooms;
  const fixed = head + 2 * above + below;
  const pitch = cellSize(
    cellMax * 0.85,
    (room.width - before - 8) / n,
    (room.height - fixed - label * 4) / n,
  );
  const spare = room.height - fixed - n * pitch;
  const arrows = Math.min(spare, label * 7);
  const y = room.y + Math.max(0, (spare - arrows) / 2);
  const tokens = {
    x: room.x + (room.width - before - n * pitch) / 2 + before,
    y: y + head + above,
  };
  return {
    chips: before,
    arrows,
    weights: { x: tokens.x, y: tokens.y + arrows + above },
    attention: { x: room.x, y, width: room.width, tokens, pitch },
  };
};
