/** How long a change of one number takes until every matrix is drawn again. */
import type { Page } from 'playwright';

/** The stops that are measured; X, or what is made of it, is on the stage of each. */
const stops = ['projection', 'scores', 'softmax', 'heads'] as const;

/** As long as the stage allows, in characters the model knows. */
const longest = '我有一个玩具我有一个小狗在公园玩球我有一个玩具我有一个小狗玩具玩';

export interface EditFigures {
  readonly name: string;
  /** Milliseconds of main-thread work, style and layout included, for every one of 100 edits. */
  readonly taken: readonly number[];
}

/** Types 100 numbers into the field of the chosen cell, a frame apart. */
const edits = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const field = document.querySelector<HTMLInputElement>('[data-cell-field] input');
    if (!field) throw new Error('bench: no cell is chosen that can be set');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const taken: number[] = [];
    const layOut = (): unknown => document.querySelector('[data-stage]')?.getBoundingClientRect();
    for (let i = 0; i < 100; i++) {
      // What the edit before has left to lay out outside the stage is not this one's.
      layOut();
      const begin = performance.now();
      setter?.call(field, String(((i * 37) % 100) / 50 - 1));
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // The picture follows in a microtask.
      await Promise.resolve().then(() => undefined);
      layOut();
      taken.push(performance.now() - begin);
      await new Promise(requestAnimationFrame);
    }
    return taken;
  });

/** Every stop with the sentence of five and with one of 32 tokens. The chosen cell is one of X, whether it stands on the stage or not. */
export const measureEdits = async (page: Page, origin: string): Promise<EditFigures[]> => {
  const figures: EditFigures[] = [];
  for (const tokens of ['', longest])
    for (const stop of stops) {
      const sentence = tokens === '' ? '' : `&tokens=${encodeURIComponent(tokens)}`;
      await page.goto(`${origin}/?step=${stop}&lang=en${sentence}&cell=x_1_1`);
      await page.locator('[data-cell-field]').waitFor();
      await page.waitForTimeout(1500);
      const goal = tokens === '' ? '16 / 33' : 'p95 50';
      const name = `edit, ${stop}, ${[...tokens].length || 5} tokens (goal: ${goal})`;
      figures.push({ name, taken: await edits(page) });
    }
  return figures;
};
