/** What every component stands in: the store, the theme, the language, the frame and its size. */
export { cellElementOf, cellOf } from './cell-element.ts';
export { FrameProvider, paletteName, useFrame } from './FrameContext.tsx';
export {
  DrawnBehind,
  StoreProvider,
  useApp,
  useAppState,
  useAppStore,
  useDrawn,
  useRestingState,
  useStillState,
  useToldState,
} from './StoreContext.tsx';
export type { MirroredProps, Turning } from './turning.ts';
export {
  OverlayContext,
  useOverlay,
  type Look,
  type MarkedMatrix,
  type Zooming,
} from './overlay.ts';
export { wantsNoMotion } from './motion.ts';
export { useSettled, useSoFar } from './useSoFar.ts';
export { useScreen, useSize } from './useSize.ts';
