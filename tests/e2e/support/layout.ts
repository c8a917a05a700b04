/** Where the texts of the page really are: the ink of every visible text, and what it belongs to. */
import type { Page } from '@playwright/test';

export interface Ink {
  readonly text: string;
  readonly onStage: boolean;
  /** Texts with the same owner are runs of one line and may touch. */
  readonly owner: number;
  /** Type size as it is on the screen. */
  readonly size: number;
  /** A sub- or superscript, which is smaller than its line by nature. */
  readonly script: boolean;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The ink of every visible text below the first element that `selector` finds. */
export const inksOf = (page: Page, selector: string): Promise<readonly Ink[]> =>
  page.evaluate((where) => {
    const pen = document.createElement('canvas').getContext('2d');
    const root = document.querySelector(where);
    if (!pen || !root) throw new Error(`inksOf: nothing at ${where}`);
    const owners: Element[] = [];
    const ownerOf = (element: Element): number => {
      const owner = element.closest('math, svg text') ?? element;
      if (!owners.includes(owner)) owners.push(owner);
      return owners.indexOf(owner);
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
      const scale =
        parent instanceof SVGGraphicsElement ? Math.abs(parent.getScreenCTM()?.d ?? 1) : 1;
      const size = Number.parseFloat(style.fontSize) * scale;
      pen.font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
      const measured = pen.measureText(text);
      const isRun = parent.tagName === 'tspan' && parent.parentElement !== null;
      const line = isRun ? Number.parseFloat(getComputedStyle(parent.parentElement).fontSize) : 0;
      for (const box of range.getClientRects()) {
        if (box.width < 0.5) continue;
        // The box is as tall as the font allows; the ink is what these characters use of it.
        const spare = box.height - measured.fontBoundingBoxAscent - measured.fontBoundingBoxDescent;
        const baseline = box.top + spare / 2 + measured.fontBoundingBoxAscent;
        inks.push({
          text,
          onStage: parent.closest('[data-stage]') !== null,
          owner: ownerOf(parent),
          size,
          script: parent.closest('sub, sup, math') !== null || (isRun && size < line * scale * 0.8),
          left: box.left,
          right: box.right,
          top: baseline - measured.actualBoundingBoxAscent,
          bottom: baseline + measured.actualBoundingBoxDescent,
        });
      }
    }
    return inks;
  }, selector);

/** Pairs of texts that run into each other by more than a pixel both ways. */
export const collisionsOf = (inks: readonly Ink[]): readonly string[] =>
  inks.flatMap((a, index) =>
    inks.slice(index + 1).flatMap((b) => {
      if (a.owner === b.owner) return [];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across <= 1 || down <= 1) return [];
      const at = `${Math.round(Math.max(a.left, b.left))},${Math.round(Math.max(a.top, b.top))}`;
      return [`“${a.text}” × “${b.text}” by ${across.toFixed(1)}×${down.toFixed(1)} at ${at}`];
    }),
  );
