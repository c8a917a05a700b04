/** The training room's texts: the corpus one may change, the beginning one may write, and anything at all that is typed there. */
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { charactersOf, corpus, corpusLimits } from '../../src/training/index.ts';
import hostile from '../fixtures/hostile/text-cases.json';
import { all, one } from './support.tsx';
import {
  button,
  click,
  enter,
  eventually,
  stepsOf,
  takeSteps,
  texts,
  type EnteredRoom,
} from './training-support.tsx';

/** The room with its corpus open. */
const open = (): EnteredRoom => {
  const room = enter();
  one<HTMLDetailsElement>(room.container, 'details').open = true;
  return room;
};

const editor = (): HTMLTextAreaElement =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: texts.corpus });
const write = (value: string): boolean => fireEvent.change(editor(), { target: { value } });
const promptField = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${texts.prompt}`) });
const prompt = (value: string): boolean => fireEvent.change(promptField(), { target: { value } });
const findings = ({ container }: EnteredRoom): string =>
  all(container, 'details [role="status"]')
    .map(({ textContent }) => textContent)
    .join(' ');
/** Reading is deferred behind typing, so findings come a moment later. */
const found = (room: EnteredRoom, words: string): Promise<void> =>
  eventually(() => expect(findings(room)).toContain(words));

const own = ['我有一个球', '你有两本书', '他有一个球'];

describe('the corpus', () => {
  it('is ours at first', () => {
    open();
    expect(editor().value).toBe(corpus.join('\n'));
  });

  it('says how much there is of it', () => {
    const { container } = open();
    expect(one(container, 'summary').textContent).toContain(texts.corpusCount(211, 112));
  });

  it('finds nothing to say while it is untouched', () => {
    expect(findings(open())).toBe('');
  });

  it('cannot be used or restored while it is ours and untouched', () => {
    open();
    expect([button(texts.use).disabled, button(texts.restore).disabled]).toEqual([true, true]);
  });

  it('says what of it can be used', async () => {
    const room = open();
    write(own.join('\n'));
    await found(room, texts.usable(3, 12));
  });

  const flawed: readonly (readonly [string, string, keyof typeof texts.flaws])[] = [
    [
      'more characters than a sentence may have',
      '我'.repeat(corpusLimits.sentence + 1),
      'too-long',
    ],
    ['an end inside', '我有。一个', 'end-inside'],
    ['a space inside', '我 有一个', 'space-inside'],
    ['an invisible character', '我\u200B有一个', 'invisible'],
    ['a repetition', '我有一个球', 'repeated'],
  ];

  it.each(flawed)('names a line with %s', async (_, line, flaw) => {
    const room = open();
    write([...own, line].join('\n'));
    const said = texts.flaws[flaw](corpusLimits.sentence, corpusLimits.sentences);
    await found(room, texts.skipped(4, said));
  });

  it('counts flawed lines beyond those it lists', async () => {
    const room = open();
    write([...own, ...Array.from({ length: 9 }, () => '我 有')].join('\n'));
    await found(room, texts.moreSkipped(5));
  });

  it('names characters that there is no room for', async () => {
    const room = open();
    const many = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const lines = Array.from({ length: 20 }, (_, i) => many.slice(i * 10, i * 10 + 10).join(''));
    write(lines.join('\n'));
    await found(room, `(${corpusLimits.vocabulary} at most)`);
  });

  it('says that a text was cut', async () => {
    const room = open();
    write(Array.from({ length: 3000 }, (_, i) => `句${i}`).join('\n'));
    await found(room, texts.cut(corpusLimits.text));
  });

  it.each(['', '   \n \n', '。\n。', '我 有'])(
    'cannot be used with nothing in it: %j',
    async (value) => {
      const room = open();
      write(value);
      await found(room, texts.empty);
      expect(button(texts.use).disabled).toBe(true);
    },
  );

  it('does not change what is trained on until it is used', async () => {
    const room = open();
    write(own.join('\n'));
    await found(room, texts.usable(3, 12));
    expect(room.session().material.sentences).toHaveLength(211);
  });

  it('starts over when it is used', async () => {
    const room = open();
    await takeSteps(room, 2);
    write(own.join('\n'));
    click(texts.use);
    expect([stepsOf(room), room.session().material.sentences]).toEqual([0, own]);
  });

  it('is trained on once it is used, from the loss of knowing nothing', async () => {
    const room = open();
    write(own.join('\n'));
    click(texts.use);
    await takeSteps(room, 2);
    const { losses, parameters } = room.session().run;
    expect(parameters.tokenEmbedding.rows).toBe(12);
    expect(losses.every((loss) => Number.isFinite(loss) && loss < 5)).toBe(true);
  });

  it('uses what is written now, not what was read a moment ago', () => {
    const room = open();
    write(own.join('\n'));
    write(own.slice(0, 2).join('\n'));
    click(texts.use);
    expect(room.session().material.sentences).toEqual(own.slice(0, 2));
  });

  it('shows the sentences that are used, without what was left out', () => {
    open();
    write(`${own.join('\n')}\n我 有\n\n`);
    click(texts.use);
    expect(editor().value).toBe(own.join('\n'));
  });

  it('can be ours again', async () => {
    const room = open();
    write(own.join('\n'));
    click(texts.use);
    click(texts.restore);
    expect(room.session().material.sentences).toEqual(corpus);
    expect(editor().value).toBe(corpus.join('\n'));
    await takeSteps(room, 1);
  });

  it('has no pairs to show where it does not hold them', () => {
    const { container } = open();
    write(own.join('\n'));
    click(texts.use);
    expect(container.textContent).not.toContain(texts.pairs);
  });

  it('with a single sentence of one character can be trained on', async () => {
    const room = open();
    write('我');
    click(texts.use);
    await takeSteps(room, 1);
    expect(room.container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('keeps what is being written while the room is left', () => {
    const room = open();
    write('我有');
    room.unmount();
    expect(room.session().draft).toBe('我有');
  });

  it('of another vocabulary can be taken home', async () => {
    const room = open();
    write(own.join('\n'));
    click(texts.use);
    await takeSteps(room, 1);
    click(texts.adopt);
    const { vocabulary, parameters } = room.store.getState();
    expect([vocabulary.length, parameters.unembedding.cols]).toEqual([12, 12]);
  });
});

describe('the beginning', () => {
  it('is the page’s own sentence at first', () => {
    enter();
    expect(promptField().value).toBe('我有一个玩');
  });

  it('is answered', () => {
    const room = enter();
    prompt('他们一起');
    expect(room.session().prompt).toBe('他们一起');
    expect(all(screen.getByRole('list', { name: texts.guesses }), 'li')).toHaveLength(5);
  });

  it('names what the model does not know', () => {
    const { container } = enter();
    prompt('我犇驫');
    expect(container.textContent).toContain(texts.unknown('犇 驫'));
  });

  it('is cut at as many characters as the model has places for', () => {
    const room = enter();
    prompt('我'.repeat(40));
    expect(room.session().prompt).toBe('我'.repeat(corpusLimits.sentence));
  });

  it('counts characters as readers do', () => {
    const room = enter();
    prompt('👨‍👩‍👧'.repeat(20));
    expect(charactersOf(room.session().prompt)).toHaveLength(corpusLimits.sentence);
  });

  it('holds still while it would be empty, as there is nothing to ask', () => {
    const room = enter();
    prompt('');
    expect(room.session().prompt).toBe('我有一个玩');
  });

  it('stays when another corpus is used that does not know it', () => {
    const room = open();
    write('你好');
    click(texts.use);
    expect([room.session().prompt, room.container.textContent?.includes('NaN')]).toEqual([
      '我有一个玩',
      false,
    ]);
  });
});

describe('any text', () => {
  it.each(hostile)('$id as a beginning is answered or left out', ({ text }) => {
    const room = enter();
    prompt(text);
    const length = charactersOf(room.session().prompt).length;
    expect(length >= 1 && length <= corpusLimits.sentence).toBe(true);
    expect(all(screen.getByRole('list', { name: texts.guesses }), 'li')).toHaveLength(5);
  });

  it.each(hostile)('$id as a corpus is read or left out', async ({ text }) => {
    const room = open();
    write(text);
    await eventually(() => expect(findings(room)).not.toBe(''));
    expect(room.container.querySelector('h1')?.textContent).toBe(texts.title);
  });

  it.each(hostile)('$id between good sentences leaves them usable', async ({ text }) => {
    const room = open();
    write([...own, text].join('\n'));
    await eventually(() => expect(button(texts.use).disabled).toBe(false));
    click(texts.use);
    await takeSteps(room, 1);
    expect(room.session().material.sentences.slice(0, 3)).toEqual(own);
    expect(Number.isFinite(room.session().run.losses[0])).toBe(true);
  });

  it('is never taken for markup', async () => {
    const room = open();
    write(['<img src=x onerror=alert(1)>', '<b>我', ...own].join('\n'));
    await eventually(() => expect(findings(room)).not.toBe(''));
    click(texts.use);
    prompt('<b>我</b>');
    expect(all(room.container, 'img, b b, textarea *')).toEqual([]);
  });
});
