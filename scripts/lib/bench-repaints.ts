/** How long a picture takes to follow a scrub or the pointer, measured in the page. */
import type { Page } from 'playwright';

export interface Repaints {
  /** From the event to the laid-out picture, milliseconds of main-thread work. */
  readonly picture: number[];
  /** From the event to the laid-out arithmetic, which follows in a render of its own; what the page did meanwhile is in it. */
  readonly words: number[];
}

/** What 100 scrubs, or moves of the pointer from cell to cell, take. */
export const repaints = (page: Page, by: 'scrub' | 'hover'): Promise<Repaints> =>
  page.evaluate(async (kind) => {
    const slider = document.querySelector<HTMLInputElement>('figcaption input[type="range"]');
    if (!slider) throw new Error('bench: this stop does not move');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const cells = [...document.querySelectorAll('[data-stage] [data-row]')];
    const inspector = document.querySelector('[data-inspector]');
    const act = (i: number): void => {
      if (kind === 'scrub') {
        setter?.call(slider, String(((i * 37) % 100) * 2));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        return;
      }
      const over = new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' });
      cells[(i * 7) % cells.length]?.dispatchEvent(over);
    };
    const [picture, words]: [number[], number[]] = [[], []];
    let begin = 0;
    let told = 0;
    const observer = new MutationObserver(() => {
      inspector?.getBoundingClientRect();
      told = performance.now() - begin;
    });
    if (inspector)
      observer.observe(inspector, { subtree: true, childList: true, characterData: true });
    for (let i = 0; i < 100; i++) {
      begin = performance.now();
      told = 0;
      act(i);
      // The picture follows in a microtask.
      await Promise.resolve().then(() => undefined);
      document.querySelector('[data-stage]')?.getBoundingClientRect();
      picture.push(performance.now() - begin);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      if (told > 0) words.push(told);
    }
    observer.disconnect();
    return { picture, words };
  }, by);
