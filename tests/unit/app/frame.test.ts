/** Small decisions of the shells that need no document: which palette a theme means, and a frame's name in its link. */
import { describe, expect, it } from 'vitest';
import { frameId } from '../../../src/app/embed-protocol.ts';
import { paletteName } from '../../../src/frame/index.ts';

describe('paletteName', () => {
  it.each([
    ['auto', 'reader', false, 'light'],
    ['auto', 'reader', true, 'dark'],
    ['auto', 'embed', true, 'dark'],
    ['auto', 'present', false, 'projector'],
    ['auto', 'present', true, 'projector'],
    ['light', 'reader', true, 'light'],
    ['dark', 'present', false, 'dark'],
    ['projector', 'reader', true, 'projector'],
  ] as const)('%s in %s, system dark %s, is %s', (theme, kind, systemIsDark, name) => {
    expect(paletteName(theme, kind, systemIsDark)).toBe(name);
  });
});

describe('frameId', () => {
  it.each([
    ['', null],
    ['?step=mask', null],
    ['?id=a', 'a'],
    ['?id=', ''],
    ['?id=%E5%9B%BE%201', '图 1'],
    ['?id=first&id=second', 'first'],
  ])('of %j is %j', (query, id) => {
    expect(frameId(query)).toBe(id);
  });

  it('cuts a name that is too long', () => {
    expect(frameId(`?id=${'x'.repeat(500)}`)).toHaveLength(100);
  });

  it('does not read on for ever', () => {
    expect(frameId(`?${'a=1&'.repeat(1000)}id=late`)).toBeNull();
  });
});
