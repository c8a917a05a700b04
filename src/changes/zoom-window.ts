/** Shows a view of the stage: the picture is enlarged by a transform and moved by scrolling, so that whatever brings something into view, such as the focus, does so here too. */
import type { Size } from '../viz/index.ts';
import { whole, type View } from './view.ts';

/** A gesture rests when nothing has come of it for so long. */
const restAfter = 150;

export interface ZoomWindow {
  readonly stage: HTMLElement;
  readonly isWhole: () => boolean;
  /** Shows another view of this size from the next frame on. */
  readonly show: (next: (view: View, size: Size) => View) => void;
}

/**
 * `onZoom` is told in every frame how much larger the picture is, `onRest` once that rests: then it can be drawn with what
 * there is room for. At the end the stage is left as it was.
 */
export const zoomWindow = (
  stage: HTMLElement,
  size: Size,
  onZoom: (zoom: number) => void,
  onRest: (zoom: number) => void,
  end: AbortSignal,
): ZoomWindow => {
  const picture = stage.querySelector('div');
  let view = whole;
  let frame = 0;
  let rest = 0;
  const isWhole = (): boolean => view.zoom === 1;
  const paint = (isMoving: boolean): void => {
    stage.toggleAttribute('data-zoomed', !isWhole());
    // While it moves, the screen enlarges what it has; at rest it is painted sharp.
    stage.toggleAttribute('data-moving', isMoving);
    if (picture) picture.style.scale = isWhole() ? '' : String(view.zoom);
    stage.scrollTo(view.x, view.y);
  };
  const draw = (): void => {
    frame = 0;
    paint(true);
    onZoom(view.zoom);
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      paint(false);
      onRest(view.zoom);
    }, restAfter);
  };
  const scrolled = (): void => {
    const { scrollLeft: x, scrollTop: y } = stage;
    // Scrolling stops at whole pixels, which would add up; what is further off was scrolled by the browser.
    if (frame === 0 && Math.hypot(x - view.x, y - view.y) > 2) view = { ...view, x, y };
  };
  stage.addEventListener('scroll', scrolled, { signal: end });
  end.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    view = whole;
    paint(false);
  });
  return {
    stage,
    isWhole,
    show: (next) => {
      view = next(view, size);
      frame ||= requestAnimationFrame(draw);
    },
  };
};
