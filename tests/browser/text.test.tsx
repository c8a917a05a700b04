/** Running text: marks become chips and symbols, every step reads clean in both languages, shapes are those of the matrices. */
import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Narration, RichText } from '../../src/ui/index.ts';
import { shapesLine } from '../../src/ui/shapes.ts';
import { createAppStore, languages } from '../../src/store/index.ts';
import { beatOf, steps } from '../../src/walkthrough/index.ts';
import { all, mount, one } from './support.tsx';

describe('RichText', () => {
  const textOf = (text: string, marks?: Parameters<typeof RichText>[0]['marks']): string =>
    mount(<RichText text={text} marks={marks} />).container.textContent ?? '';

  it.each([
    ['plain', 'plain'],
    ['{t:0} asks', '我 asks'],
    ['{t:4}{t:1}', '玩有'],
    ['by {m:W_Q}.', 'by WQ.'],
    ['{m:S/√d_k}', 'S/√dk'],
    ['', ''],
    ['{x:1} stays', '{x:1} stays'],
  ])('reads %j as %j', (text, want) => {
    expect(textOf(text)).toBe(want);
  });

  it('reads other marks than the sentence’s where they are given', () => {
    expect(
      textOf('{t:0} → {t:1}', [
        { token: '小', position: 0 },
        { token: '狗', position: null },
      ]),
    ).toBe('小 → 狗');
  });

  it('numbers a token that is not there', () => {
    expect(textOf('{t:9}')).toBe('10');
  });

  it('sets subscripts as such', () => {
    const { container } = mount(<RichText text="{m:W_Q}" />);
    expect(one(container, 'sub').textContent).toBe('Q');
  });

  it('underlines a token in its own colour', () => {
    const { container } = mount(<RichText text="{t:1}" />);
    expect(one(container, 'span').style.boxShadow).toContain('rgb(18, 144, 110)');
  });

  it('gives no colour to a token without a place', () => {
    const { container } = mount(
      <RichText text="{t:0}" marks={[{ token: '具', position: null }]} />,
    );
    expect(one(container, 'span').style.boxShadow).toBe('');
  });
});

const readings = steps.flatMap(({ id, beats }) =>
  languages.flatMap((language) => beats.map((_, beat) => ({ id, beat, language }))),
);

describe.each(readings)('narration of $id/$beat in $language', ({ id, beat, language }) => {
  const draw = () => mount(<Narration />, { step: id, beat, language }).container;

  it('leaves no mark unread', () => {
    expect(draw().textContent).not.toMatch(/\{[tm]:|undefined|NaN|\[object/);
  });

  it('has a title and at least one paragraph', () => {
    const root = draw();
    expect([one(root, 'h1').textContent?.length, all(root, 'p').length > 1]).toEqual([
      expect.any(Number),
      true,
    ]);
  });

  it('has its formula typeset', () => {
    expect(all(draw(), 'math')).toHaveLength(1);
  });
});

describe('the prediction', () => {
  it.each([
    ['en', 'These parameters were trained: “具” comes first'],
    ['zh-CN', '参数是训练出来的：“具”排第一'],
  ] as const)('says in %s what training made of it', (language, words) => {
    const { container } = mount(<Narration />, { step: 'prediction', language });
    expect(container.textContent).toContain(words);
  });

  it.each([
    ['en', 'Head 2 off: the model was never trained like this'],
    ['zh-CN', '头 2 关着，模型从没这样训练过'],
  ] as const)('says in %s that a head is off', (language, words) => {
    const { container } = mount(<Narration />, { step: 'prediction', language, headsOff: [1] });
    expect(container.textContent).toContain(words);
  });
});

describe('the way to the training room', () => {
  const links = (id: (typeof steps)[number]['id']): HTMLAnchorElement[] =>
    all<HTMLAnchorElement>(mount(<Narration />, { step: id }).container, 'a');

  it.each(steps)('is shown at $id only if its parameters are the point', ({ id, training }) => {
    expect(links(id)).toHaveLength(training ? 1 : 0);
  });

  it('is a link that can be opened beside the page', () => {
    const [link] = links('weights');
    expect(new URL(link?.href ?? '').searchParams.get('view')).toBe('train');
  });

  it('keeps the step in its address, to come back to', () => {
    const [link] = links('prediction');
    expect(new URL(link?.href ?? '').searchParams.get('step')).toBe('prediction');
  });

  it('changes the view when it is clicked', () => {
    const { container, store } = mount(<Narration />, { step: 'prediction' });
    fireEvent.click(one(container, 'a'));
    expect(store.getState().view).toBe('train');
  });

  it.each(['ctrlKey', 'metaKey', 'shiftKey'])('is the browser’s with %s', (modifier) => {
    const { container, store } = mount(<Narration />, { step: 'prediction' });
    const link = one(container, 'a');
    // The test’s own page must not follow it; by then the component has decided.
    container.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(link, { [modifier]: true });
    expect(store.getState().view).toBe('reader');
  });
});

describe('shapesLine', () => {
  const lineAt = (step: (typeof steps)[number]['id'], beat = 0, head = 0): string =>
    shapesLine(createAppStore({ step, beat, head }).getState());

  it.each([
    ['tokens', 0, '5×9'],
    ['projection', 0, '5×9 · 9×3 → 5×3'],
    ['projection', 2, '5×9 · 9×3 → 5×3'],
    ['scores', 0, '5×3 · 3×5 → 5×5'],
    ['scale', 0, '5×5 → 5×5'],
    ['context', 0, '5×5 · 5×3 → 5×3'],
    ['heads', 1, '5×9 · 9×9 → 5×9'],
    ['architecture', 0, ''],
  ] as const)('at %s/%i is %j', (step, beat, line) => {
    expect(lineAt(step, beat)).toBe(line);
  });

  it('counts the other input in cross-attention', () => {
    expect([lineAt('cross-attention', 0), lineAt('cross-attention', 1)]).toEqual([
      expect.stringContaining('3×7'),
      expect.stringContaining('7×5'),
    ]);
  });

  it('follows the head count', () => {
    const state = createAppStore({ step: 'projection', nHeads: 9, head: 8 }).getState();
    expect(shapesLine(state)).toBe('5×9 · 9×1 → 5×1');
  });

  it('of heads that are joined is one, as often as there are heads', () => {
    expect(lineAt('heads', 0)).toBe('3 × (5×3) → 5×9');
  });

  it.each([0, 1])('of one row, at stop %i, has one row', (beat) => {
    expect(lineAt('one-row', beat)).toBe('1×5 · 5×3 → 1×3');
  });

  it.each(steps)('of $id makes as many parts as it reads', (step) => {
    step.beats.forEach((_, beat) => {
      const { reads, makes } = beatOf(step, beat);
      // Joining leaves the weights out.
      if (makes === 'concat') return;
      const from = lineAt(step.id, beat).split(' → ')[0] ?? '';
      if (reads.length > 0) expect(from.split(' · ')).toHaveLength(reads.length);
    });
  });
});
