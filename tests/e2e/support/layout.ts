/** Where the texts of the page really are: the ink of every visible text, and what it belongs to. */
import type { Page } from '@playwright/test';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Ink extends Box {
  readonly text: string;
  readonly onStage: boolean;
  /** A cell's number, of a matrix or of a copy on its way: it may pass over other cells. */
  readonly inCell: boolean;
  /** In a copy of cells that is on its way. */
  readonly travels: boolean;
  /** Texts with the same owner are runs of one line and may touch. */
  readonly owner: number;
  /** The place of its element in the document, as `shapesOf` counts: what comes later is painted above. */
  readonly order: number;
  /** Type size as it is on the screen. */
  readonly size: number;
  /** A sub- or superscript, which is smaller than its line by nature. */
  readonly script: boolean;
  /** As the browser computed it. */
  readonly colour: string;
  /** What is painted round the characters, under them; null where nothing is. */
  readonly halo: string | null;
  /** What is left of the text's own colour where something around it is see-through. */
  readonly opacity: number;
}

/** The ink of every visible text below the first element that `selector` finds. */
export const inksOf = (page: Page, selector: string): Promise<readonly Ink[]> =>
  page.evaluate((where) => {
    const pen = document.createElement('canvas').getContext('2d');
    const root = document.querySelector(where);
    if (!pen || !root) throw new Error(`inksOf: nothing at ${where}`);
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
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const inks = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '') continue;
      const style = getComputedStyle(parent);
      const isShown = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!isShown || style.clipPath !== 'none' || style.clip !== 'auto') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const drawn = parent instanceof SVGGraphicsElement;
      const scale = drawn ? Math.abs(parent.getScreenCTM()?.d ?? 1) : parent.currentCSSZoom;
      const size = Number.parseFloat(style.fontSize) * scale;
      pen.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
      const measured = pen.measureText(text);
      const isRun = parent.tagName === 'tspan' && parent.parentElement !== null;
      const line = isRun ? Number.parseFloat(getComputedStyle(parent.parentElement).fontSize) : 0;
      const haloed =
        drawn && style.paintOrder.startsWith('stroke') && Number.parseFloat(style.strokeWidth) >= 2;
      const travels = parent.closest('[data-ghosts], [data-shrunk]') !== null;
      for (const box of range.getClientRects()) {
        if (box.width < 0.5) continue;
        // The box is as tall as the font allows; the ink is what these characters use of it.
        const spare = box.height - measured.fontBoundingBoxAscent - measured.fontBoundingBoxDescent;
        const baseline = box.top + spare / 2 + measured.fontBoundingBoxAscent;
        inks.push({
          text,
          onStage: parent.closest('[data-stage]') !== null,
          inCell: travels || parent.closest('[data-row]') !== null,
          travels,
          owner: orders.get(parent.closest('math, svg text') ?? parent) ?? -1,
          order: orders.get(parent) ?? -1,
          size,
          script: parent.closest('sub, sup, math') !== null || (isRun && size < line * scale * 0.8),
          colour: drawn ? style.fill : style.color,
          halo: haloed && style.stroke !== 'none' ? style.stroke : null,
          opacity: opacityOf(parent),
          left: box.left,
          right: box.right,
          top: baseline - measured.actualBoundingBoxAscent,
          bottom: baseline + measured.actualBoundingBoxDescent,
        });
      }
    }
    return inks;
  }, selector);

/** How far two boxes run into each other. */
export const overlap = (a: Box, b: Box): { readonly across: number; readonly down: number } => ({
  across: Math.min(a.right, b.right) - Math.max(a.left, b.left),
  down: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
});

/** A copy of cells on its way passes in front of cells, never in front of words. */
const mayPass = (a: Ink, b: Ink): boolean => a.inCell && b.inCell && (a.travels || b.travels);

/** Pairs of texts that run into each other by more than a pixel both ways. */
export const collisionsOf = (inks: readonly Ink[]): readonly string[] =>
  inks.flatMap((a, index) =>
    inks.slice(index + 1).flatMap((b) => {
      if (a.owner === b.owner || mayPass(a, b)) return [];
      const { across, down } = overlap(a, b);
      if (across <= 1 || down <= 1) return [];
      const at = `${Math.round(Math.max(a.left, b.left))},${Math.round(Math.max(a.top, b.top))}`;
      return [`“${a.text}” × “${b.text}” by ${across.toFixed(1)}×${down.toFixed(1)} at ${at}`];
    }),
  );
