/** `npm run gallery`: a picture of every step and of the training room, a filmstrip of every motion, in the themes, languages and frame sizes that readers, teachers and bloggers have. Words behind `--` choose pictures by name; `docs` alone takes those of docs/gallery.md and docs/figures.md. */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { beatOf, stepIndex, steps, type StepId } from '../src/walkthrough/index.ts';
import { ensureChromium, launchArguments } from './chromium.ts';
import { returningReader } from './lib/returning-reader.ts';
import { serve, staticFiles } from './lib/server.ts';
import { buildSite, dist, root } from './lib/site.ts';

const PORT = 4377;
const ADDRESS = `http://localhost:${PORT}`;
const storageState = returningReader(ADDRESS);

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly touch?: boolean;
  /** Trains before the picture is taken. */
  readonly train?: boolean;
}

interface FrameKind {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly page?: string;
  readonly query: string;
  readonly touch?: boolean;
}

const reader: FrameKind = {
  name: 'reader',
  width: 1440,
  height: 900,
  query: 'lang=zh-CN&theme=light',
};

/** Frames beside the reader's, and which third of the steps each shows, so that together they differ. */
const others: readonly FrameKind[] = [
  { name: 'phone', width: 390, height: 844, query: 'lang=zh-CN&theme=light', touch: true },
  { name: 'projector', width: 1920, height: 1080, query: 'lang=zh-CN&view=present' },
  { name: 'embed', width: 680, height: 460, page: 'embed.html', query: 'lang=zh-CN&theme=light' },
  { name: 'laptop', width: 1366, height: 768, query: 'lang=zh-CN&theme=light' },
  { name: 'dark', width: 1440, height: 900, query: 'lang=zh-CN&theme=dark' },
  { name: 'english', width: 1440, height: 900, query: 'lang=en&theme=light' },
  { name: 'tablet', width: 768, height: 1024, query: 'lang=en&theme=dark' },
  { name: 'small', width: 320, height: 640, query: 'lang=en&theme=light', touch: true },
];

const nameOf = (step: StepId, index: number, beat: number): string =>
  `${String(index + 1).padStart(2, '0')}-${step}${beat > 0 ? `-${beat}` : ''}`;

const pictureOf = (frame: FrameKind, step: StepId, index: number, beat = 0): Picture => ({
  name: `${frame.name}-${nameOf(step, index, beat)}`,
  path: `${frame.page ?? 'index.html'}?step=${step}${beat > 0 ? `&beat=${beat}` : ''}&${frame.query}`,
  width: frame.width,
  height: frame.height,
  ...(frame.touch === true ? { touch: true } : {}),
});

/** The training room after a full run; a blog has none. */
const rooms: readonly Picture[] = [reader, ...others]
  .filter(({ page }) => page === undefined)
  .map(({ name, query, width, height, touch = false }) => ({
    name: `${name}-train`,
    path: `index.html?${query.replace('view=present', 'theme=projector')}&view=train`,
    width,
    height,
    touch,
    train: true,
  }));

const pictures = (everything: boolean): readonly Picture[] => [
  ...steps.flatMap((step, index) => [
    ...step.beats.map((_, beat) => pictureOf(reader, step.id, index, beat)),
    ...others
      .filter((_, place) => everything || (index + place) % 3 === 0)
      .map((frame) => pictureOf(frame, step.id, index)),
  ]),
  ...rooms,
];

/** JPEG in the repository, where size counts; PNG where pictures are compared. */
type ImageType = 'png' | 'jpeg';

const fileOf = (directory: string, { name }: Picture, type: ImageType) =>
  ({
    path: join(directory, `${name}.${type === 'png' ? 'png' : 'jpg'}`),
    type,
    ...(type === 'jpeg' ? { quality: 82 } : {}),
  }) as const;

const take = async (
  browser: Browser,
  directory: string,
  picture: Picture,
  type: ImageType,
): Promise<void> => {
  const { width, height, touch = false } = picture;
  const page = await browser.newPage({
    viewport: { width, height },
    hasTouch: touch,
    reducedMotion: 'reduce',
    storageState,
  });
  await page.goto(`${ADDRESS}/${picture.path}`);
  if (picture.train === true) {
    await page.locator('main button').first().click();
    await page.waitForFunction(
      () => document.querySelector('progress')?.position === 1,
      undefined,
      { timeout: 120_000 },
    );
  } else {
    await page.locator('[data-stage] svg').first().waitFor();
    await page.locator('[data-map="running"]').waitFor({ state: 'detached' });
  }
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ ...fileOf(directory, picture, type), animations: 'disabled' });
  await page.close();
};

/** For docs: every step as a small laptop shows it, and one step in each of the other frames. */
const laptop: FrameKind = { ...reader, name: 'step', width: 1200, height: 750 };
const inOtherFrames: StepId = 'softmax';
const forDocs: readonly Picture[] = [
  ...steps.map((step, index) => pictureOf(laptop, step.id, index)),
  ...others.map((frame) => ({
    ...pictureOf(frame, inOtherFrames, stepIndex(inOtherFrames)),
    name: `frame-${frame.name}`,
  })),
];

/** Five moments of a motion. */
const MOMENTS = [0, 0.25, 0.5, 0.75, 1] as const;

/** A stop that moves, under the name of its filmstrip. */
const filmstrips = steps.flatMap((step, index) =>
  step.beats.flatMap((_, beat) =>
    beatOf(step, beat).motion === null
      ? []
      : [
          {
            ...pictureOf(reader, step.id, index, beat),
            name: `filmstrip-${nameOf(step.id, index, beat)}`,
          },
        ],
  ),
);

/** The stage at five moments, beside each other. */
const film = async (
  browser: Browser,
  directory: string,
  picture: Picture,
  type: ImageType,
): Promise<void> => {
  const { width, height } = picture;
  const page = await browser.newPage({ viewport: { width, height }, storageState });
  const frames: string[] = [];
  for (const moment of MOMENTS) {
    await page.goto(`${ADDRESS}/${picture.path}&t=${moment}`);
    await page.locator('[data-stage] svg').first().waitFor();
    const frame = await page.locator('[data-stage]').screenshot();
    frames.push(`<img src="data:image/png;base64,${frame.toString('base64')}">`);
  }
  const strip = await browser.newPage({ viewport: { width: 1600, height: 200 } });
  await strip.setContent(
    `<body style="margin:0;display:grid;grid-template-columns:repeat(${MOMENTS.length},1fr);gap:8px;background:#fff">${frames.join('').replaceAll('<img', '<img style="width:100%"')}</body>`,
  );
  await strip.locator('img').last().waitFor();
  await strip.screenshot({ ...fileOf(directory, picture, type), fullPage: true });
  await page.close();
  await strip.close();
};

const main = async (): Promise<void> => {
  const words = process.argv.slice(2);
  const isForDocs = words.join() === 'docs';
  const isWanted = ({ name }: Picture): boolean =>
    words.length === 0 || words.some((word) => name.includes(word));
  const wanted = isForDocs ? forDocs : pictures(words.length > 0).filter(isWanted);
  const type = isForDocs ? 'jpeg' : 'png';
  const strips = isForDocs ? filmstrips : filmstrips.filter(isWanted);
  await buildSite('warn');
  const directory = join(root, ...(isForDocs ? ['docs', 'images'] : ['reports', 'gallery']));
  mkdirSync(directory, { recursive: true });
  const servers = await serve(staticFiles(dist), PORT);
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: launchArguments,
  });
  try {
    for (const picture of wanted) await take(browser, directory, picture, type);
    for (const strip of strips) await film(browser, directory, strip, type);
    process.stdout.write(
      `${wanted.length + strips.length} pictures in ${relative(root, directory)}\n`,
    );
  } finally {
    await browser.close();
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  }
};

await main();
