/** Measures the 2048×2048 map of `scale-up`: computing, drawing, and the frames while it is zoomed and pointed at. */
import type { Browser, Page } from 'playwright';

/** Milliseconds, one for every time that something was done. */
type Times = readonly number[];

export interface MapFigures {
  /** From pressing the button to the last row. */
  readonly computing: number;
  /** The longest main-thread task meanwhile; 0 where none took over 50 ms. */
  readonly longestTask: number;
  /** Pixels along the edge of the large picture. */
  readonly side: number;
  /** Numbers to pixels of that picture: main-thread work from a key to the drawn canvas. */
  readonly drawing: Times;
  /** The same on an ordinary screen. */
  readonly drawingOrdinary: Times;
  /** Time between frames while each frame zooms, and while each points at another cell. */
  readonly zooming: Times;
  readonly hovering: Times;
}

const computed = '[data-map="resting"][data-computed="2048"]';

/** Zooms in and out by keys; React draws what a key changes in a microtask. */
const draws = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const map = document.querySelector('[data-stage] canvas + svg + button');
    const pen = document.querySelector<HTMLCanvasElement>('[data-stage] canvas')?.getContext('2d');
    const taken: number[] = [];
    for (let i = 0; i < 40; i++) {
      const begin = performance.now();
      const key = i % 2 === 0 ? '+' : '-';
      map?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await Promise.resolve().then(() => undefined);
      // Asking for a pixel makes the browser put all of them in their place.
      pen?.getImageData(0, 0, 1, 1);
      taken.push(performance.now() - begin);
      const isZoomed = map?.parentElement?.dataset['zoomed'] !== undefined;
      if (isZoomed !== (key === '+')) throw new Error('bench: the map was not drawn in time');
      await new Promise(requestAnimationFrame);
    }
    return taken;
  });

const frames = (page: Page, what: 'zoom' | 'hover'): Promise<number[]> =>
  page.evaluate(async (doing) => {
    const map = document.querySelector('[data-stage] canvas')?.parentElement;
    const box = map?.getBoundingClientRect();
    if (!map || !box) throw new Error('bench: there is no map');
    const taken: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let i = 0; i < 240; i++) {
      const at = {
        clientX: box.left + box.width * (0.2 + (i % 60) / 150),
        clientY: box.top + box.height * 0.7,
        bubbles: true,
        cancelable: true,
      };
      const deltaY = Math.floor(i / 80) % 2 === 0 ? -40 : 40;
      map.dispatchEvent(
        doing === 'zoom'
          ? new WheelEvent('wheel', { ...at, deltaY, ctrlKey: true })
          : new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }),
      );
      const now = await new Promise<number>(requestAnimationFrame);
      taken.push(now - before);
      before = now;
    }
    return taken;
  }, what);

const computing = (page: Page): Promise<{ computing: number; longestTask: number }> =>
  page.evaluate(async (done) => {
    let longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
    }).observe({ type: 'longtask' });
    const begin = performance.now();
    document.querySelector<HTMLButtonElement>('[data-map] button')?.click();
    await new Promise(requestAnimationFrame);
    while (!document.querySelector(done)) await new Promise(requestAnimationFrame);
    const taken = performance.now() - begin;
    await new Promise(requestAnimationFrame);
    return { computing: taken, longestTask };
  }, computed);

const opened = async (browser: Browser, address: string, deviceScaleFactor: number) => {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    deviceScaleFactor,
  });
  // The loader of this script names every function through a helper that the page has not.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${address}/?step=scale-up&beat=1&lang=en`);
  await page.locator(computed).waitFor();
  return page;
};

export const measureMap = async (browser: Browser, address: string): Promise<MapFigures> => {
  const ordinary = await opened(browser, address, 1);
  const figures = {
    ...(await computing(ordinary)),
    drawingOrdinary: await draws(ordinary),
    zooming: await frames(ordinary, 'zoom'),
    hovering: await frames(ordinary, 'hover'),
  };
  await ordinary.close();
  // So many pixels a CSS pixel that every weight has one of its own.
  const large = await opened(browser, address, 4);
  const side = await large
    .locator('[data-stage] canvas')
    .evaluate((canvas) => (canvas as HTMLCanvasElement).width);
  const drawing = await draws(large);
  await large.close();
  return { ...figures, side, drawing };
};
