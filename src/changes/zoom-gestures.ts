/** Wheel with Ctrl, two fingers, drags and keys become views. What means the page – a plain wheel, one finger – is left to it. */
import type { Point } from '../viz/index.ts';
import { isEditable } from './edits.ts';
import { swallowClick, threshold } from './press.ts';
import { between, panned, pinched, whole, zoomed, type Fingers } from './view.ts';
import type { ZoomWindow } from './zoom-window.ts';

/** Two steps of keys and buttons double the picture. */
export const zoomStep = Math.SQRT2;
/** A touchpad sends a hundredth of the pinch's logarithm; a wheel's notch is far more, and counts as one step. */
const notch = 100 * Math.log(zoomStep);

/** A map that is drawn on a canvas has a zoom of its own. */
const own = 'canvas ~ *';
const controls = 'a, button, input, label';
/** What takes the keys for itself. */
const typing = `select, input:not([type=range]), ${own}`;

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

type Listeners = {
  [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
};

const listen = (target: EventTarget, listeners: Listeners, end: AbortSignal): void => {
  // Before the stage hears of it, and free to keep the browser from zooming the page.
  const options = { capture: true, passive: false, signal: end };
  for (const [name, listener] of Object.entries(listeners) as [string, EventListener][])
    target.addEventListener(name, listener, options);
};

/** Where on the stage something on the screen is. */
const pointOn = (stage: Element, { clientX, clientY }: MouseEvent | Touch): Point => {
  const { left, top } = stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
};

/** Zooms round the cell that has the focus, or as close to it as the window goes; else round the middle of the window. */
export const zoomBy = ({ stage, show }: ZoomWindow, factor: number): void => {
  const focused = document.activeElement;
  show((view, size) => {
    const box = stage.getBoundingClientRect();
    const { x, y, width, height } = stage.contains(focused)
      ? (focused ?? stage).getBoundingClientRect()
      : box;
    const at = {
      x: between(0, x + width / 2 - box.x, size.width),
      y: between(0, y + height / 2 - box.y, size.height),
    };
    return zoomed(view, factor, at, size);
  });
};

const factors: Readonly<Record<string, number>> = {
  '+': zoomStep,
  '=': zoomStep,
  '-': 1 / zoomStep,
  '0': 0,
};

const wheelAndKeys = (shown: ZoomWindow): Listeners => ({
  wheel: (event) => {
    if (!(event.ctrlKey || event.metaKey) || isIn(event.target, own)) return;
    event.preventDefault();
    const factor = Math.exp(-between(-notch, event.deltaY, notch) / 100);
    const at = pointOn(shown.stage, event);
    shown.show((view, size) => zoomed(view, factor, at, size));
  },
  keydown: (event) => {
    const factor = factors[event.key];
    if (factor === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isIn(event.target, typing)) return;
    event.preventDefault();
    if (factor === 0) shown.show(() => whole);
    else zoomBy(shown, factor);
  },
});

/** Two fingers pinch and pan at once; what the first one had begun on the stage is forgotten. */
const fingers = ({ stage, show }: ZoomWindow, forget: () => void): Listeners => {
  let from: Fingers | null = null;
  let isPinch = false;
  const both = ({ touches: [a, b, more] }: TouchEvent): Fingers | null =>
    a && b && !more ? [pointOn(stage, a), pointOn(stage, b)] : null;
  const hush = (event: PointerEvent): void => {
    if (isPinch && event.pointerType === 'touch') event.stopPropagation();
  };
  const lift = (event: TouchEvent): void => {
    from = both(event);
    isPinch &&= event.touches.length > 0;
  };
  return {
    touchstart: (event) => {
      // One that cannot be cancelled has begun to scroll the page.
      from = event.cancelable && !isIn(event.target, own) ? both(event) : null;
      if (!from) return;
      event.preventDefault();
      isPinch = true;
      forget();
    },
    touchmove: (event) => {
      const [before, now] = [from, both(event)];
      if (!before || !now || !event.cancelable) return;
      event.preventDefault();
      from = now;
      show((view, size) => pinched(view, before, now, size));
    },
    touchend: lift,
    touchcancel: lift,
    pointermove: hush,
    pointerup: hush,
  };
};

/** Whether a press of the left button there would do nothing but choose a cell. */
const isGround = (target: EventTarget | null): boolean => {
  if (!(target instanceof Element) || target.closest(controls)) return false;
  // A number that can be set is dragged to another.
  const matrix = target.closest('[data-row]')?.closest<SVGElement>('[data-matrix]');
  return !isEditable(matrix?.dataset['matrix'] ?? '');
};

/** By the left button from the ground, by the middle one or with Alt from anywhere. */
const drags = ({
  show,
  isWhole,
}: ZoomWindow): readonly [onStage: Listeners, anywhere: Listeners] => {
  let last: Point | null = null;
  let isMoving = false;
  const isGrip = ({ button, altKey }: MouseEvent): boolean =>
    button === 1 || (button === 0 && altKey);
  const end = (): void => {
    if (isMoving) swallowClick();
    last = null;
    isMoving = false;
  };
  return [
    {
      pointerdown: (event) => {
        if (event.pointerType !== 'mouse' || isWhole()) return;
        if (isGrip(event)) event.stopPropagation();
        else if (event.button !== 0 || !isGround(event.target)) return;
        last = { x: event.clientX, y: event.clientY };
      },
      mousedown: (event) => {
        // The browser would scroll by the middle button.
        if (last && isGrip(event)) event.preventDefault();
      },
    },
    {
      pointermove: ({ clientX: x, clientY: y }) => {
        if (!last) return;
        const by = { x: x - last.x, y: y - last.y };
        if (!isMoving && Math.hypot(by.x, by.y) < threshold) return;
        last = { x, y };
        isMoving = true;
        show((view, size) => panned(view, by, size));
      },
      pointerup: end,
      pointercancel: end,
    },
  ];
};

/** Listens on the stage and to what stands beside it in its frame. */
export const bindZoom = (shown: ZoomWindow, forget: () => void, end: AbortSignal): void => {
  const { stage } = shown;
  const [onStage, anywhere] = drags(shown);
  listen(stage, fingers(shown, forget), end);
  listen(stage, onStage, end);
  listen(window, anywhere, end);
  listen(stage.parentElement ?? stage, wheelAndKeys(shown), end);
};
