/** When the tour begins by itself: once, for who comes to the page and to no place on it. */
import { describe, expect, it } from 'vitest';
import { welcomeTo } from '../../../src/app/welcome.ts';

describe('welcomeTo', () => {
  it.each(['', '?', '?lang=en', '?theme=dark&lang=zh-CN', '?utm_source=article'])(
    'begins for a newcomer at %j',
    (query) => {
      expect(welcomeTo(query, true)).toBe('begin');
    },
  );

  it.each([
    '?step=architecture',
    '?figure=6',
    '?step=scores&t=0.5',
    '?view=present',
    '?view=train',
    '?heads=9',
    '?mask=on',
    '?off=1',
    '?fill=token',
    '?step=nowhere',
    `?lang=en&zzz=${'a'.repeat(2000)}`,
  ])('only offers to who follows the link %j', (query) => {
    expect(welcomeTo(query, true)).toBe('offer');
  });

  it.each(['', '?lang=en', '?step=scores'])('is quiet at %j for who knows it', (query) => {
    expect(welcomeTo(query, false)).toBe('none');
  });
});
