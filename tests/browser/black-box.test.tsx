/** Layers stacked live: as many small matrices as the slider says, coming one after the other. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { goTo } from './motion-support.tsx';
import { all, loadScenes, mountScene, type Mounted } from './support.tsx';

beforeAll(loadScenes);

const slider = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('slider');
const layersIn = ({ container }: Mounted): string[] =>
  all(container, '[data-thumb="layer"]').map((layer) => layer.dataset['layer'] ?? '');

const draw = (layers: number): Mounted => {
  const mounted = mountScene({ step: 'black-box' });
  fireEvent.change(slider(), { target: { value: String(layers) } });
  return mounted;
};

describe('the stack', () => {
  it('has a slider with a name that says how many and which shape', () => {
    draw(96);
    expect([slider().min, slider().max]).toEqual(['1', '96']);
    expect(screen.getByLabelText('96 layers, still 5×9')).toBe(slider());
  });

  it.each([1, 7, 96])('of %i has X and so many matrices, each of 45 cells', (layers) => {
    const mounted = draw(layers);
    expect(layersIn(mounted)).toEqual(Array.from({ length: layers + 1 }, (_, i) => String(i)));
    const cells = all(mounted.container, '[data-thumb="layer"]').map(
      (layer) => layer.querySelectorAll('rect').length - 1,
    );
    expect(new Set(cells)).toEqual(new Set([45]));
  });

  it('says that one layer is repeated', () => {
    draw(2);
    expect(screen.getByText(/One layer repeated/)).toBeTruthy();
  });

  it('changes with the heads that are off', () => {
    const mounted = draw(1);
    const look = (): string[] =>
      all(mounted.container, '[data-layer="1"] rect').map(
        (rect) => rect.getAttribute('fill') ?? '',
      );
    const before = look();
    act(() => mounted.store.getState().toggleHead(0));
    expect(look()).not.toEqual(before);
  });

  it('grows layer by layer while it moves', () => {
    const mounted = draw(20);
    const seen = [0, 0.25, 0.5, 0.75, 1].map((moment) => {
      goTo(mounted.store, moment);
      return layersIn(mounted).length;
    });
    expect([seen[0], seen.at(-1)]).toEqual([1, 21]);
    expect(new Set(seen).size).toBe(5);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
  });
});
