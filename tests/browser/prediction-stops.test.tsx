/** Step `prediction`: stations that open, and the way back. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/i18n/index.ts';
import { currentBeat, selectActiveCell } from '../../src/store/index.ts';
import { draw, openAt, switches, textOnStage } from './prediction-support.tsx';
import { all, loadScenes, one, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const stops = ['norm1', 'feed-forward', 'norm2', 'logits'] as const;
const stopOf = ({ store }: Mounted): string => currentBeat(store.getState()).id;

const opener = ({ container }: Mounted, stop: string): HTMLButtonElement =>
  one(container, `[data-opens="${stop}"]`);
const trail = ({ container }: Mounted): HTMLButtonElement[] => all(container, '[data-station]');
const stationOf = ({ container }: Mounted, stop: string): HTMLButtonElement =>
  one(container, `[data-station="${stop}"]`);

describe.each([900, 360])('the chain at %i', (width) => {
  it.each(stops)('has a button that opens %s', (stop) => {
    const mounted = draw({}, width);
    fireEvent.click(opener(mounted, stop));
    expect(stopOf(mounted)).toBe(stop);
  });

  it('has buttons that are named for what they open', () => {
    const mounted = draw({}, width);
    const names = stops.map((stop) => opener(mounted, stop).getAttribute('aria-label'));
    expect(names).toEqual([
      'Open 1 Add & Norm',
      'Open 2 Feed Forward',
      'Open 3 Add & Norm',
      'Open 4 Output layer',
    ]);
  });

  it('has buttons that are large enough to hit and within the stage', () => {
    const mounted = draw({}, width);
    const stage = one(mounted.container, '[data-stage] > div > svg').getBoundingClientRect();
    const least = width < 400 ? 44 : 24;
    const off = stops.filter((stop) => {
      const box = opener(mounted, stop).getBoundingClientRect();
      const isSmall = Math.min(box.width, box.height) < least;
      return isSmall || box.right > stage.right + 1 || box.bottom > stage.bottom + 1;
    });
    expect(off).toEqual([]);
  });

  it('has no trail', () => {
    expect(trail(draw({}, width))).toEqual([]);
  });
});

describe.each(stops)('the opened %s', (stop) => {
  it('is marked in the trail, and nothing else is', () => {
    const marked = trail(openAt(stop)).filter((button) => button.hasAttribute('aria-current'));
    expect(marked.map((button) => button.dataset['station'])).toEqual([stop]);
  });

  it('has the same trail as the others', () => {
    expect(trail(openAt(stop)).map(({ textContent }) => textContent)).toEqual([
      'All',
      'Add & Norm',
      'Feed Forward',
      'Add & Norm',
      'Output layer',
    ]);
  });

  it('leads back to the whole chain', () => {
    const mounted = openAt(stop);
    fireEvent.click(stationOf(mounted, 'answer'));
    expect(stopOf(mounted)).toBe('answer');
  });

  it.each(stops)('leads to %s', (other) => {
    const mounted = openAt(stop);
    fireEvent.click(stationOf(mounted, other));
    expect(stopOf(mounted)).toBe(other);
  });

  it('leaves the switches to the answer', () => {
    expect(switches(openAt(stop))).toEqual([]);
  });

  it('says in a sentence what is done', () => {
    openAt(stop);
    expect(screen.getByText(messagesOf('en').ui.stopCaptions[stop] ?? '')).toBeTruthy();
  });

  it('draws all that its stop reads and makes', () => {
    const { container, store } = openAt(stop);
    const { reads, makes } = currentBeat(store.getState());
    const drawn = new Set(all(container, '[data-matrix]').map(({ dataset }) => dataset['matrix']));
    expect([...reads, makes].filter((matrix) => !drawn.has(matrix ?? ''))).toEqual([]);
  });

  it('explains its own cell', () => {
    const { store } = openAt(stop);
    const cell = selectActiveCell(store.getState());
    expect(cell?.matrix).toBe(currentBeat(store.getState()).makes);
  });

  it('says below what takes the model from its training', () => {
    expect(textOnStage(openAt(stop, { headsOff: [1] }))).toContain(
      'a head off: never trained like this',
    );
    expect(textOnStage(openAt(stop))).not.toContain('never trained');
  });
});

describe('the focus', () => {
  it('goes into the picture that a press opens', () => {
    const mounted = draw();
    act(() => opener(mounted, 'feed-forward').focus());
    fireEvent.click(opener(mounted, 'feed-forward'));
    expect(document.activeElement).toBe(stationOf(mounted, 'feed-forward'));
  });

  it('goes back to the chain', () => {
    const mounted = openAt('norm2');
    act(() => stationOf(mounted, 'answer').focus());
    fireEvent.click(stationOf(mounted, 'answer'));
    expect(document.activeElement).toBe(opener(mounted, 'norm1'));
  });

  it('is not taken by a stop that was opened by a link', () => {
    openAt('norm1');
    expect(document.activeElement).toBe(document.body);
  });
});
