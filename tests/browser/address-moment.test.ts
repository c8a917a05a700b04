/** The address and a moment: told where it came to rest, and only there. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppStore } from '../../src/store/index.ts';
import { backTo, keepApart, leave, open, query } from './address-support.ts';

keepApart();

describe('a moment in the address', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** A moment that stands still for a while. */
  const stand = (store: AppStore, moment: number | null, milliseconds = 2000): void => {
    store.getState().setMoment(moment);
    vi.advanceTimersByTime(milliseconds);
  };

  it('is where the page opens', () => {
    expect(open('?step=scores&t=0.25').getState()).toMatchObject({ moment: 0.25, rejected: [] });
  });

  it('does not start to play', () => {
    expect(open('?step=scores&t=0.25').getState().playing).toBe(false);
  });

  it('follows the scrubber', () => {
    stand(open('?step=scores'), 0.125);
    expect(query().get('t')).toBe('0.125');
  });

  it('goes at rest', () => {
    stand(open('?step=scores&t=0.25'), null);
    expect(query().has('t')).toBe(false);
  });

  it('goes with the stop', () => {
    open('?step=scores&t=0.25').getState().next();
    expect([query().get('step'), query().has('t')]).toEqual(['scale', false]);
  });

  it('gets no entry of its own', () => {
    const push = vi.spyOn(history, 'pushState');
    stand(open('?step=scores'), 0.5);
    expect(push).not.toHaveBeenCalled();
  });

  it.each([
    ['by frames', 20],
    ['by stills', 1500],
  ])('is left alone while it plays %s', (_, milliseconds) => {
    const store = open('?step=scores&lang=en');
    store.getState().setPlaying(true);
    const replace = vi.spyOn(history, 'replaceState');
    for (const moment of [0, 0.1, 0.2, 0.3]) stand(store, moment, milliseconds);
    expect([replace.mock.calls.length, query().has('t')]).toEqual([0, false]);
  });

  it('is told once for a whole scrub, of which browsers may refuse the many', () => {
    const store = open('?step=scores&lang=en');
    const replace = vi.spyOn(history, 'replaceState');
    for (let tick = 0; tick < 200; tick++) stand(store, tick / 200, 16);
    vi.advanceTimersByTime(2000);
    expect([replace.mock.calls.length, query().get('t')]).toEqual([1, '0.995']);
  });

  it('does not follow to a stop that was gone to before it was told', () => {
    const store = open('?step=scores');
    stand(store, 0.5, 20);
    store.getState().next();
    vi.advanceTimersByTime(2000);
    expect([query().get('step'), query().has('t')]).toEqual(['scale', false]);
  });

  it('does not come back after "back"', () => {
    const store = open('?step=scores');
    stand(store, 0.5, 20);
    backTo('?step=mask&lang=en');
    vi.advanceTimersByTime(2000);
    expect([query().get('step'), query().has('t')]).toEqual(['mask', false]);
  });

  it('is told no more when the page is left', () => {
    stand(open('?step=scores'), 0.5, 20);
    leave();
    vi.advanceTimersByTime(2000);
    expect(query().has('t')).toBe(false);
  });

  it('is written where it pauses', () => {
    const store = open('?step=scores');
    store.getState().setPlaying(true);
    store.getState().setMoment(0.3);
    store.getState().setPlaying(false);
    expect(query().get('t')).toBe('0.3');
  });

  it('says the next stop while it plays on', () => {
    const store = open('?step=scale');
    store.getState().setPlaying(true);
    store.getState().setMoment(0.9);
    store.getState().nextBeat();
    expect([query().get('step'), query().has('t')]).toEqual(['softmax', false]);
  });

  it('comes back with the browser’s "back"', () => {
    const store = open('?step=scores&t=0.25');
    store.getState().next();
    backTo('?step=scores&t=0.25');
    expect(store.getState()).toMatchObject({ step: 'scores', moment: 0.25 });
  });
});
