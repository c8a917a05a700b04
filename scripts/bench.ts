/** `npm run bench`: what can only be measured, in one run on the built page; figures of a good run stand in docs/performance.md. */
import { chromium, type Browser, type Page } from 'playwright';
import { exampleShape } from '../src/example/index.ts';
import {
  advanceRun,
  corpus,
  entropyFloor,
  ourPlan,
  sequencesOf,
  startRun,
  vocabularyOf,
} from '../src/training/index.ts';
import { ensureChromium, launchArguments } from './chromium.ts';
import { measureEdits } from './lib/bench-edits.ts';
import { measureMap } from './lib/bench-map.ts';
import { returningReader } from './lib/returning-reader.ts';
import { runOrExit, serve, staticFiles } from './lib/server.ts';
import { buildSite, dist } from './lib/site.ts';

const PORT = 4379;
/** How often the room is left and entered again. */
const VISITS = 20;

/** The same training in Node, on one thread and without pictures: what the page is held against. */
const trainInNode = (): number => {
  const vocabulary = vocabularyOf(corpus);
  const sequences = sequencesOf(corpus, vocabulary);
  const begin = performance.now();
  advanceRun(startRun(ourPlan, vocabulary.length), ourPlan, sequences, () => false);
  return performance.now() - begin;
};

interface LongTask {
  readonly duration: number;
  /** The stop that was drawn when the task was over, as `step/beat`; empty in the training room. */
  readonly stop: string;
}

interface Watched {
  longTasks: LongTask[];
  frames: number[];
}

/** Collects main-thread tasks over 50 ms, with where they happened, and the time between frames from now on. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watched: Watched = { longTasks: [], frames: [] };
    Object.assign(globalThis, { watched });
    const stops: { readonly from: number; readonly stop: string }[] = [];
    const place = document.querySelector<HTMLElement>('[data-step]');
    const note = (): void => {
      const { step, beat } = place?.dataset ?? {};
      stops.push({ from: performance.now(), stop: step === undefined ? '' : `${step}/${beat}` });
    };
    note();
    if (place) new MutationObserver(note).observe(place, { attributes: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        const stop = stops.findLast(({ from }) => from <= startTime + duration)?.stop ?? '';
        watched.longTasks.push({ duration, stop });
      }
    }).observe({ type: 'longtask' });
    let before = performance.now();
    const frame = (now: number): void => {
      watched.frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

const watchedOn = (page: Page): Promise<Watched> =>
  page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);

const finished = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    (steps) => document.querySelector('progress')?.value === steps,
    ourPlan.steps,
    { timeout: 120_000 },
  );

interface Held {
  /** MiB of JavaScript heap after a garbage collection. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

const heldBy = async (page: Page): Promise<Held> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heap: usedSize / 2 ** 20, nodes, listeners: jsEventListeners };
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? Number.NaN;

const say = (name: string, value: string): void => {
  process.stdout.write(`${name.padEnd(58)} ${value}\n`);
};

const benchTraining = async (page: Page): Promise<void> => {
  const inNode = trainInNode();
  await page.goto(`http://localhost:${PORT}/?view=train&lang=en`);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await watch(page);
  const begin = performance.now();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await finished(page);
  const inPage = performance.now() - begin;
  const { longTasks, frames } = await watchedOn(page);
  const loss = Number(await page.locator('[data-loss]').getAttribute('data-loss'));
  const floor = entropyFloor(sequencesOf(corpus, vocabularyOf(corpus))).mean;
  say(`training, ${ourPlan.steps} steps: page / Node`, (inPage / inNode).toFixed(2));
  say('  in the page (goal: 20 s)', `${(inPage / 1000).toFixed(1)} s`);
  say('  mean loss above the entropy floor (goal: 0.05 nat)', (loss - floor).toFixed(4));
  say('  main-thread tasks over 50 ms (goal: 0)', String(longTasks.length));
  say(
    '  frames: median / p99 / longest',
    [0.5, 0.99, 1].map((share) => `${quantile(frames, share).toFixed(0)} ms`).join(' / '),
  );
};

const benchVisits = async (page: Page): Promise<void> => {
  const visit = async (): Promise<void> => {
    await page.getByRole('link', { name: /Training room/ }).click();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 2);
    await page.getByRole('button', { name: 'Back to the walk' }).click();
  };
  await page.goto(`http://localhost:${PORT}/?step=prediction&lang=en`);
  await page.getByRole('link', { name: /Training room/ }).click();
  await page.getByRole('button', { name: 'One step' }).click();
  await page.waitForFunction(() => document.querySelector('progress')?.value === 1);
  await page.getByRole('button', { name: 'Back to the walk' }).click();
  await visit();
  const before = await heldBy(page);
  for (let count = 0; count < VISITS; count++) await visit();
  const after = await heldBy(page);
  say(
    `${VISITS} visits to the training room: heap after / before`,
    (after.heap / before.heap).toFixed(2),
  );
  say('  heap', `${before.heap.toFixed(1)} → ${after.heap.toFixed(1)} MiB`);
  say(
    '  DOM nodes / listeners gained (goal: 0 / 0)',
    `${after.nodes - before.nodes} / ${after.listeners - before.listeners}`,
  );
  say('  workers left', String(page.workers().length));
};

/** How much slower than this machine a reader's may be. */
const SLOWER = 4;

const throttle = async (page: Page, rate: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
};

/** Milliseconds of main-thread work, style and layout included, for every one of 100 scrubs. */
const scrubs = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('figcaption input[type="range"]');
    if (!slider) throw new Error('bench: this stop does not move');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const taken: number[] = [];
    for (let i = 0; i < 100; i++) {
      const begin = performance.now();
      setter?.call(slider, String(((i * 37) % 100) * 2));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // The picture follows in a microtask.
      await Promise.resolve().then(() => undefined);
      document.querySelector('[data-stage]')?.getBoundingClientRect();
      taken.push(performance.now() - begin);
      await new Promise(requestAnimationFrame);
    }
    return taken;
  });

/** The same for hovering from cell to cell. */
const hovers = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const cells = [...document.querySelectorAll('[data-stage] [data-row]')];
    const taken: number[] = [];
    for (let i = 0; i < 100; i++) {
      const cell = cells[(i * 7) % cells.length];
      const begin = performance.now();
      cell?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
      await Promise.resolve().then(() => undefined);
      document.querySelector('[data-stage]')?.getBoundingClientRect();
      taken.push(performance.now() - begin);
      await new Promise(requestAnimationFrame);
    }
    return taken;
  });

const spread = (values: readonly number[]): string =>
  [0.5, 0.95].map((share) => `${quantile(values, share).toFixed(1)} ms`).join(' / ');

const benchMotion = async (page: Page): Promise<void> => {
  await page.goto(`http://localhost:${PORT}/?step=scores&lang=en&t=0`);
  await page.locator('[data-stage] [data-row]').first().waitFor();
  await throttle(page, SLOWER);
  for (const stop of ['step=scores', 'step=softmax', 'step=heads&beat=1']) {
    await page.goto(`http://localhost:${PORT}/?${stop}&lang=en&t=0`);
    await page.locator('[data-stage] [data-row]').first().waitFor();
    await page.waitForTimeout(1500);
    say(
      `${stop}, ${SLOWER}× slower: scrub, median / p95 (goal: 16 / 33)`,
      spread(await scrubs(page)),
    );
    await page.goto(`http://localhost:${PORT}/?${stop}&lang=en`);
    await page.locator('[data-stage] [data-row]').first().waitFor();
    await page.waitForTimeout(1500);
    say('  hover, median / p95 (goal: 16 / 33)', spread(await hovers(page)));
  }
  await page.goto(`http://localhost:${PORT}/?lang=en`);
  await page.waitForTimeout(3000);
  await watch(page);
  await page.getByRole('radio', { name: '2×' }).check();
  await page.getByRole('button', { name: 'Play' }).click();
  await page.locator('[data-step="parallel"]').waitFor({ timeout: 240_000 });
  const { longTasks, frames } = await watchedOn(page);
  say(
    `full play at double speed, ${SLOWER}× slower: tasks over 50 ms (goal: 0)`,
    String(longTasks.length),
  );
  say(
    '  longest tasks, and the stops that they led to',
    longTasks
      .toSorted((a, b) => b.duration - a.duration)
      .slice(0, 6)
      .map(({ duration, stop }) => `${duration.toFixed(0)} ms ${stop}`)
      .join(', '),
  );
  say(
    '  frames: median / p99 / longest',
    [0.5, 0.99, 1].map((share) => `${quantile(frames, share).toFixed(0)} ms`).join(' / '),
  );
  await throttle(page, 1);
};

const benchMap = async (browser: Browser): Promise<void> => {
  const figures = await measureMap(browser, `http://localhost:${PORT}`);
  const { side, drawing, zooming, hovering } = figures;
  say('2048×2048 weights: computed and drawn', `${(figures.computing / 1000).toFixed(2)} s`);
  say('  longest main-thread task over 50 ms', `${figures.longestTask.toFixed(0)} ms`);
  say(`  numbers to ${side}×${side} pixels, median / p95 (goal: 45)`, spread(drawing));
  say('  on an ordinary screen', spread(figures.drawingOrdinary));
  say('  frames while zooming, median / p95', spread(zooming));
  say('  frames while pointing, median / p95', spread(hovering));
};

const benchEdits = async (page: Page): Promise<void> => {
  await page.goto(`http://localhost:${PORT}/`);
  await throttle(page, SLOWER);
  for (const { name, taken } of await measureEdits(page, `http://localhost:${PORT}`))
    say(`${SLOWER}× slower: ${name}`, spread(taken));
  await throttle(page, 1);
};

const benches: Record<string, (page: Page, browser: Browser) => Promise<void>> = {
  edits: benchEdits,
  map: (_, browser) => benchMap(browser),
  motion: benchMotion,
  training: benchTraining,
  visits: benchVisits,
};

/** The parts named on the command line; without a name, every part. */
const wanted = (bench: string): boolean =>
  process.argv.length === 2 || process.argv.slice(2).includes(bench);

await runOrExit(async () => {
  const executablePath = ensureChromium();
  await buildSite('warn');
  const servers = await serve(staticFiles(dist), PORT);
  const browser = await chromium.launch({ executablePath, args: launchArguments });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      storageState: returningReader(`http://localhost:${PORT}`),
    });
    // The loader of this script names every function through a helper that the page has not.
    await page.addInitScript('globalThis.__name = (named) => named');
    say(
      'model',
      `${exampleShape.dModel} dimensions, ${exampleShape.nHeads} heads, ${corpus.length} sentences`,
    );
    for (const bench of Object.keys(benches).filter(wanted)) await benches[bench]?.(page, browser);
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
});
