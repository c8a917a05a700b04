/** Where what is said of a block stands. */
import type { Box, FrameKind, Metrics, Size } from '../../viz/index.ts';

/** From so many label sizes on, the card stands beside the figure. */
const roomy = 64;
const cardWidth = 25;

/** Beside the figure where there is room; else over its foot, and only while a block is chosen. */
export const cardLayout = (
  size: Size,
  { label }: Metrics,
  kind: FrameKind,
): { readonly figure: Box; readonly card: Box | null } => {
  const whole = { x: 2, y: 2, width: size.width - 4, height: size.height - 4 };
  if (size.width < roomy * label || kind === 'present') return { figure: whole, card: null };
  const width = cardWidth * label;
  const gap = 3 * label;
  return {
    figure: { ...whole, width: whole.width - width - gap },
    card: { ...whole, x: whole.x + whole.width - width, width },
  };
};
