/** Everything that can be wrong with a picture on the stage, in words. */
import type { Page } from '@playwright/test';
import { faintOf } from './contrast.ts';
import { collisionsOf, inksOf, overlap, type Box, type Ink } from './layout.ts';
import { drawingOf, type Drawing, type Shape } from './shapes.ts';

/** Sub- and superscripts belong to a larger line. */
const scriptShare = 0.66;

/** How far a box reaches out of another. */
const overhang = (box: Box, within: Box): number =>
  Math.max(
    within.left - box.left,
    box.right - within.right,
    within.top - box.top,
    box.bottom - within.bottom,
  );

/** A shape with its stroke. */
const grown = ({ left, top, right, bottom, strokeWidth }: Shape): Box => ({
  left: left - strokeWidth / 2,
  top: top - strokeWidth / 2,
  right: right + strokeWidth / 2,
  bottom: bottom + strokeWidth / 2,
});

/** Rounding of edges to whole pixels. */
const tolerance = 1;

const outsideOf = (inks: readonly Ink[], { stage, shapes }: Drawing): readonly string[] =>
  [
    ...inks.map((ink) => ({ name: `“${ink.text}”`, out: overhang(ink, stage) })),
    ...shapes.map((shape) => ({ name: shape.what, out: overhang(grown(shape), stage) })),
  ].flatMap(({ name, out }) => (out > tolerance ? [`outside: ${name} by ${out.toFixed(1)}`] : []));

const isOpaque = ({ form, fill, opacity }: Shape): boolean =>
  form !== 'line' && opacity === 1 && fill.startsWith('rgb(');

/** Strokes that are more than hairlines. */
const isFrame = ({ form, stroke, strokeWidth }: Shape): boolean =>
  form !== 'line' && strokeWidth > 1.5 && stroke !== 'none';

const meets = (a: Box, b: Box): boolean => {
  const { across, down } = overlap(a, b);
  return across > tolerance && down > tolerance;
};

/** Whether a shape paints over a box: all of its own, or the stroke that runs round it. */
const paintsOver = (shape: Shape, box: Box): boolean => {
  if (isOpaque(shape)) return meets(box, shape);
  const inner = grown({ ...shape, strokeWidth: -shape.strokeWidth });
  return meets(box, grown(shape)) && overhang(box, inner) > tolerance;
};

/** Texts that something painted above them covers. Copies of cells on their way may cover numbers of cells. */
const coveredBy = (inks: readonly Ink[], shapes: readonly Shape[]): readonly string[] => {
  const above = shapes.filter((shape) => isOpaque(shape) || isFrame(shape));
  return inks.flatMap((ink) => {
    const cover = above.find((shape) => {
      if (shape.order < ink.order || (shape.travels && ink.inCell)) return false;
      return paintsOver(shape, ink);
    });
    return cover ? [`covered: “${ink.text}” by ${cover.what}`] : [];
  });
};

interface Around {
  readonly scrollsSideways: boolean;
  /** Boxes beside the stage that its drawing covers. */
  readonly covered: readonly string[];
  /** A value in the document that is no number, with what stands around it. */
  readonly noNumber: string | null;
}

const around = (page: Page): Promise<Around> =>
  page.evaluate(() => {
    const stage = document.querySelector('[data-stage]');
    const drawing = stage?.querySelector('svg')?.getBoundingClientRect();
    if (!stage || !drawing) throw new Error('around: the page has no stage');
    const neighbours = [
      ...document.querySelectorAll('figcaption, [role=group], header, footer, aside, nav'),
    ];
    const covered = neighbours.filter((element) => {
      if (element.closest('[data-stage]') || element.contains(stage)) return false;
      const other = element.getBoundingClientRect();
      const across = Math.min(other.right, drawing.right) - Math.max(other.left, drawing.left);
      const down = Math.min(other.bottom, drawing.bottom) - Math.max(other.top, drawing.top);
      // On a phone the main part scrolls under header, map and stepper.
      const scrolls = element.closest('main') === null && innerWidth < 600;
      return !scrolls && across > 1 && down > 1;
    });
    const markup = document.body.innerHTML;
    const found = markup.search(/\bNaN\b|\bundefined\b|(?<!-)\bInfinity\b/);
    return {
      scrollsSideways: document.documentElement.scrollWidth > innerWidth,
      covered: covered.map((element) => `${element.tagName} ${element.getAttribute('aria-label')}`),
      noNumber: found < 0 ? null : markup.slice(Math.max(0, found - 60), found + 20),
    };
  });

/**
 * Everything that is wrong with the picture as it stands. `smallest` is the least type size that is read there; `scope` is
 * where types are measured: a moment of a motion changes the stage alone.
 */
export const faultsOf = async (
  page: Page,
  smallest: number,
  scope: 'body' | '[data-stage]' = 'body',
): Promise<readonly string[]> => {
  const { scrollsSideways, covered, noNumber } = await around(page);
  const drawing = await drawingOf(page);
  const onPage = await inksOf(page, scope);
  const onStage = onPage.filter((ink) => ink.onStage);
  const tooSmall = onPage.filter(
    ({ size, script }) => size < smallest * (script ? scriptShare : 1) - 0.05,
  );
  return [
    ...(scrollsSideways ? ['the page scrolls sideways'] : []),
    ...covered.map((name) => `the stage covers ${name}`),
    ...(noNumber === null ? [] : [`no number: ${noNumber}`]),
    ...outsideOf(onStage, drawing),
    ...coveredBy(onStage, drawing.shapes),
    ...new Set(tooSmall.map(({ text, size }) => `too small: “${text}” ${size.toFixed(1)}`)),
    ...collisionsOf(onStage).map((pair) => `collide: ${pair}`),
    ...faintOf(onStage, drawing),
  ];
};
