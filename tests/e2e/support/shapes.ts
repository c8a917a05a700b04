/** What is drawn on the stage besides texts: the boxes and colours of its shapes and controls, as the browser paints them. */
import type { Page } from '@playwright/test';
import type { Box } from './layout.ts';

export interface Shape extends Box {
  /** How messages call it. */
  readonly what: string;
  /** Whether it fills its box, the ellipse in its box, or is only a line. */
  readonly form: 'box' | 'round' | 'line';
  /** As the browser computed them. */
  readonly fill: string;
  readonly stroke: string;
  /** Pixels on the screen; half of it lies outside of the box. */
  readonly strokeWidth: number;
  /** The place of its element in the document: what comes later is painted above. */
  readonly order: number;
  readonly opacity: number;
  /** A copy of cells on its way. */
  readonly travels: boolean;
}

export interface Drawing {
  /** The stage; taller than its frame where the frame is too low for it. */
  readonly stage: Box;
  /** The colours of the theme. */
  readonly paper: string;
  /** Inks that a dimmed cell's number steps down to. */
  readonly quiet: readonly string[];
  readonly shapes: readonly Shape[];
}

/** Everything painted on the stage that has an area or a line. */
export const drawingOf = (page: Page): Promise<Drawing> =>
  page.evaluate(() => {
    const stage = document.querySelector('[data-stage]');
    const drawing = stage?.querySelector('svg')?.getBoundingClientRect();
    if (!stage || !drawing) throw new Error('drawingOf: the page has no stage');
    const orders = new Map([...document.querySelectorAll('*')].map((one, index) => [one, index]));
    const opacities = new Map<Element, number>();
    const opacityOf = (element: Element | null): number => {
      if (!element) return 1;
      const known = opacities.get(element);
      if (known !== undefined) return known;
      const own = Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
      opacities.set(element, own);
      return own;
    };
    const forms: Partial<Record<string, Shape['form']>> = { rect: 'box', circle: 'round' };
    const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });
    const theme = getComputedStyle(stage);
    const own = boxOf(stage.getBoundingClientRect());
    const drawn = 'rect, circle, ellipse, path, line, polygon, polyline';
    const shapes = [...stage.querySelectorAll(`${drawn}, button, input, output, span`)].filter(
      (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    return {
      stage: {
        ...own,
        top: Math.min(own.top, drawing.top),
        bottom: Math.max(own.bottom, drawing.bottom),
      },
      paper: theme.getPropertyValue('--paper').trim(),
      quiet: ['--ink-2', '--ink-3'].map((name) => theme.getPropertyValue(name).trim()),
      shapes: shapes.map((element): Shape => {
        const style = getComputedStyle(element);
        const isDrawn = element instanceof SVGGraphicsElement;
        const scale = isDrawn ? Math.abs(element.getScreenCTM()?.d ?? 1) : 1;
        const stroked = isDrawn && style.stroke !== 'none';
        return {
          what: element.outerHTML.slice(0, 90),
          form: isDrawn ? (forms[element.tagName] ?? 'line') : 'box',
          fill: isDrawn ? style.fill : style.backgroundColor,
          stroke: stroked ? style.stroke : 'none',
          strokeWidth: stroked ? Number.parseFloat(style.strokeWidth) * scale : 0,
          order: orders.get(element) ?? -1,
          opacity: opacityOf(element),
          travels: element.closest('[data-ghosts], [data-shrunk]') !== null,
          ...boxOf(element.getBoundingClientRect()),
        };
      }),
    };
  });
