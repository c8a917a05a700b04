/** The English texts come when they are asked for; the Chinese ones are there. */
import { expect, it } from 'vitest';
import { hasMessages, loadMessages, messagesOf } from '../../../src/i18n/index.ts';

it('has Chinese from the start, and English once it was loaded', async () => {
  expect([hasMessages('zh-CN'), hasMessages('en')]).toEqual([true, false]);
  expect(() => messagesOf('en')).toThrow('not loaded');
  await loadMessages('en');
  expect(messagesOf('en').ui.title).toBe('Seeing Attention');
  expect(messagesOf('zh-CN').ui.title).toBe('看见注意力');
});
