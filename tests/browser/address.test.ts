/** Link and store kept together: the address tells where the reader is, and going back brings all of it back. */
import { describe, expect, it, vi } from 'vitest';
import { backTo, keepApart, leave, open, query } from './address-support.ts';

keepApart();

describe('opening', () => {
  it('is where the link says', () => {
    expect(open('?step=mask&lang=en&theme=dark').getState()).toMatchObject({
      step: 'mask',
      language: 'en',
      theme: 'dark',
    });
  });

  it('names what the link could not do', () => {
    expect(open('?heads=4').getState().rejected).toEqual(['heads']);
  });

  it('prefers the link to what was saved', () => {
    localStorage.setItem('seeing-attention/language', 'zh-CN');
    expect(open('?lang=en').getState().language).toBe('en');
  });

  it.each([
    ['language', 'en', 'seeing-attention/language'],
    ['theme', 'dark', 'seeing-attention/theme'],
  ] as const)('takes the saved %s where the link has none', (key, value, name) => {
    localStorage.setItem(name, value);
    expect(open('').getState()[key]).toBe(value);
  });

  it.each(['__proto__', 'fr', '', '<b>'])('does not believe a saved language of %j', (saved) => {
    localStorage.setItem('seeing-attention/language', saved);
    expect(['zh-CN', 'en']).toContain(open('').getState().language);
  });

  it('does without a storage that is refused', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(open('?step=mask').getState().step).toBe('mask');
  });
});

describe('the address', () => {
  it('follows the step', () => {
    open('?step=scores').getState().goTo('mask');
    expect(query().get('step')).toBe('mask');
  });

  it('follows the switches', () => {
    const store = open('?step=weights');
    store.getState().setHeads(9);
    store.getState().setHead(8);
    store.getState().setCausal(true);
    store.getState().setScaled(false);
    store.getState().setFill('token');
    expect(Object.fromEntries(query())).toMatchObject({
      heads: '9',
      head: '9',
      mask: 'on',
      scale: 'off',
      fill: 'token',
    });
  });

  it('follows what is switched off', () => {
    const store = open('?step=prediction');
    store.getState().toggleHead(2);
    store.getState().toggleHead(0);
    store.getState().setPositions(false);
    expect(query().get('off')).toBe('1,3,positions');
  });

  it('forgets what is switched on again', () => {
    const store = open('?step=prediction&off=1,positions');
    store.getState().toggleHead(0);
    store.getState().setPositions(true);
    expect(query().has('off')).toBe(false);
  });

  it('follows into the training room and out of it', () => {
    const store = open('?step=prediction');
    store.getState().setView('train');
    const inside = query().get('view');
    store.getState().setView('reader');
    expect([inside, query().get('view')]).toEqual(['train', null]);
  });

  it('says nothing of parameters of one’s own, which no link can bring', () => {
    const store = open('?step=prediction');
    const { parameters, vocabulary } = store.getState();
    store.getState().adopt({ parameters, vocabulary }, { kind: 'room', steps: 3 });
    expect([...query().keys()].toSorted()).toEqual(['lang', 'step', 'v']);
  });

  it('keeps what is not ours', () => {
    open('?step=scores&utm=1').getState().next();
    expect(query().get('utm')).toBe('1');
  });

  it('gets an entry of its own for a step', () => {
    const push = vi.spyOn(history, 'pushState');
    open('?step=scores').getState().next();
    expect(push).toHaveBeenCalledTimes(1);
  });

  it('gets no entry for a switch', () => {
    const push = vi.spyOn(history, 'pushState');
    open('?step=scores').getState().setFill('token');
    expect(push).not.toHaveBeenCalled();
  });

  it('gets no entry at all in a frame', () => {
    const push = vi.spyOn(history, 'pushState');
    open('?step=scores', false).getState().next();
    expect([push.mock.calls.length, query().get('step')]).toEqual([0, 'scale']);
  });

  it('may be refused without breaking the page', () => {
    const store = open('?step=scores');
    vi.spyOn(history, 'pushState').mockImplementation(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    store.getState().next();
    expect(store.getState().step).toBe('scale');
  });

  it('is left alone by hovering and pinning', () => {
    const store = open('?step=scores');
    const replace = vi.spyOn(history, 'replaceState');
    store.getState().goTo('mask');
    replace.mockClear();
    store.getState().hover({ matrix: 'scores', head: 0, row: 0, col: 0 });
    store.getState().pin({ matrix: 'scores', head: 0, row: 0, col: 0 });
    expect(replace).not.toHaveBeenCalled();
  });
});

describe('going back', () => {
  it('brings the step back', () => {
    const store = open('?step=scores');
    store.getState().next();
    backTo('?step=scores&lang=en');
    expect(store.getState()).toMatchObject({ step: 'scores', beat: 0, language: 'en' });
  });

  it('to an address without a step is back at the start', () => {
    const store = open('');
    store.getState().next();
    backTo('');
    expect(store.getState().step).toBe('architecture');
  });

  it('takes nothing along that was changed: that has an undo of its own', () => {
    const store = open('?step=weights&heads=1');
    store.getState().setHeads(9);
    store.getState().next();
    store.getState().setScaled(false);
    backTo('?step=weights&heads=1&head=1');
    expect(store.getState()).toMatchObject({ step: 'weights', nHeads: 9, scaled: false });
    expect([query().get('heads'), query().get('scale')]).toEqual(['9', 'off']);
    expect(store.getState().past).toHaveLength(2);
  });

  it('leads to a head that there still is', () => {
    const store = open('?step=scores&heads=9&head=9');
    store.getState().setHeads(3);
    backTo('?step=scores&heads=9&head=9');
    expect(store.getState()).toMatchObject({ nHeads: 3, head: 0 });
  });

  it('keeps parameters of one’s own, with where they come from and what they know', () => {
    const store = open('?step=prediction');
    const own = { parameters: { ...store.getState().parameters }, vocabulary: ['□', '。'] };
    store.getState().adopt(own, { kind: 'room', steps: 3 });
    backTo('?step=scores');
    const { parameters, vocabulary, origin } = store.getState();
    expect([parameters === own.parameters, vocabulary, origin]).toEqual([
      true,
      own.vocabulary,
      { kind: 'room', steps: 3 },
    ]);
  });

  it('leads out of the training room', () => {
    const store = open('?step=prediction');
    store.getState().setView('train');
    backTo('?step=prediction');
    expect(store.getState().view).toBe('reader');
  });

  it('clears what was selected', () => {
    const store = open('?step=scores');
    store.getState().pin({ matrix: 'scores', head: 0, row: 0, col: 0 });
    backTo('?step=scores');
    expect(store.getState().pinned).toBeNull();
  });

  it('keeps the inputs, so that nothing is computed again', () => {
    const store = open('?step=scores');
    const { parameters, tokens } = store.getState();
    backTo('?step=mask');
    expect([store.getState().parameters, store.getState().tokens]).toEqual([parameters, tokens]);
    expect(store.getState().parameters).toBe(parameters);
  });

  it('adds no entry', () => {
    open('?step=scores');
    const push = vi.spyOn(history, 'pushState');
    backTo('?step=mask');
    expect(push).not.toHaveBeenCalled();
  });

  it('names what that address could not do', () => {
    const store = open('?step=scores');
    backTo('?step=nowhere');
    expect(store.getState().rejected).toEqual(['step']);
  });
});

describe('preferences', () => {
  it.each([
    ['language', 'seeing-attention/language', 'en'],
    ['theme', 'seeing-attention/theme', 'dark'],
  ] as const)('%s is saved when it is chosen', (key, name, value) => {
    const store = open('?lang=zh-CN');
    if (key === 'language') store.getState().setLanguage('en');
    else store.getState().setTheme('dark');
    expect(localStorage.getItem(name)).toBe(value);
  });

  it('are not saved from a link that was only opened', () => {
    open('?lang=en&theme=dark');
    expect(localStorage.length).toBe(0);
  });

  it('that cannot be saved are used all the same', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const store = open('?lang=zh-CN');
    store.getState().setLanguage('en');
    expect(store.getState().language).toBe('en');
  });
});

describe('the clean-up', () => {
  it('leaves the address to others', () => {
    const store = open('?step=scores');
    leave();
    store.getState().next();
    expect(query().get('step')).toBe('scores');
  });
});
