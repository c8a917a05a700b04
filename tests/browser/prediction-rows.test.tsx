/** Step `prediction`: every row's guess, and no guess where the sentence is longer than the model's context. */
import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '../../src/math/index.ts';
import { predictionsOf, selectTrace } from '../../src/store/index.ts';
import { percent } from '../../src/viz/index.ts';
import { stepOf } from '../../src/walkthrough/index.ts';
import { badge, draw, everyRow, switches, switchOf, textOnStage } from './prediction-support.tsx';
import { all, loadScenes, one, valueOf, type Mounted } from './support.tsx';

beforeAll(loadScenes);

describe('every row', () => {
  const cells = ({ container }: Mounted): SVGElement[] =>
    all(container, '[data-matrix="probabilities"] [data-row]');
  const dashed = ({ container }: Mounted): Element[] =>
    all(container, '[data-stage] rect[stroke-dasharray]');

  it('has one row a token', () => {
    const rows = new Set(cells(draw({ beat: everyRow })).map((cell) => cell.dataset['row']));
    expect([...rows]).toEqual(['0', '1', '2', '3', '4']);
  });

  it('has the probabilities of the trace', () => {
    const mounted = draw({ beat: everyRow });
    const { probabilities } = selectTrace(mounted.store.getState());
    const off = cells(mounted).filter(
      ({ dataset, ...cell }) =>
        Number(dataset['value']) !==
          at(probabilities, Number(dataset['row']), Number(dataset['col'])) || cell === null,
    );
    expect([cells(mounted).length > 25, off]).toEqual([true, []]);
  });

  it('follows the mask, as every row but the last does', () => {
    const mounted = draw({ beat: everyRow });
    const before = cells(mounted).map(valueOf);
    act(() => mounted.store.getState().setCausal(false));
    const after = cells(mounted).map(valueOf);
    expect(after).not.toEqual(before);
    expect(badge(mounted)).toBe('mask');
  });

  it('frames what really came in every row but the last', () => {
    expect(dashed(draw({ beat: everyRow }))).toHaveLength(4);
  });

  it('frames nothing where there is one token', () => {
    expect(dashed(draw({ beat: everyRow, tokens: ['我'] }))).toHaveLength(0);
  });

  it('has a column for every token that came, in a sentence of twelve', () => {
    const tokens = [...'我们一起去公园里玩游戏吧'];
    expect(dashed(draw({ beat: everyRow, tokens }, 1200))).toHaveLength(11);
  });

  it('says how likely what came was, and its rank', () => {
    const mounted = draw({ beat: everyRow });
    const state = mounted.store.getState();
    const ranked = predictionsOf(state.vocabulary, selectTrace(state), 3, 112);
    const rank = ranked.findIndex(({ token }) => token === '玩');
    expect(textOnStage(mounted)).toContain(
      `in fact 玩: ${percent(ranked[rank]?.probability ?? 0)}, no. ${rank + 1}`,
    );
  });

  it('shows a character that the model does not know as unknown', () => {
    const tokens = ['我', '有', '一', '个', '犇'];
    expect(() => draw({ beat: everyRow, tokens })).not.toThrow();
  });

  it('follows the switches', () => {
    const mounted = draw({ beat: everyRow });
    const before = cells(mounted).map(valueOf);
    fireEvent.click(switchOf(mounted, 'attention'));
    expect(cells(mounted).map(valueOf)).not.toEqual(before);
  });

  it.each([360, 760, 1400])('has its columns within the stage at %i', (width) => {
    const mounted = draw({ beat: everyRow }, width);
    const { right } = one(mounted.container, '[data-stage]').getBoundingClientRect();
    const outside = cells(mounted).filter((cell) => cell.getBoundingClientRect().right > right + 1);
    expect(outside).toEqual([]);
  });
});

describe('beyond the context', () => {
  const tokens = Array.from({ length: 14 }, (_, i) => '我有一个玩'[i % 5] ?? '');

  it('has no prediction in the header, and says so', () => {
    draw({ tokens });
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    expect(screen.getByText('too long: no prediction')).toBeTruthy();
  });

  it.each(stepOf('prediction').beats.map(({ id }, beat) => [id, beat] as const))(
    'says so on the stage at the beat %s',
    (_, beat) => {
      expect(textOnStage(draw({ tokens, beat }))).toContain('The model learned 12 positions');
    },
  );

  it.each(stepOf('prediction').beats.map(({ id }, beat) => [id, beat] as const))(
    'draws no probabilities at the beat %s',
    (_, beat) => {
      const { container } = draw({ tokens, beat });
      const drawn = all(container, '[data-matrix]').map(({ dataset }) => dataset['matrix']);
      expect(drawn).not.toContain('probabilities');
      expect(drawn).not.toContain('logits');
    },
  );

  it('announces nothing at the switches', () => {
    const promised = switches(draw({ tokens })).map(({ textContent }) => textContent);
    expect(promised.filter((text) => !text?.endsWith('–'))).toEqual([]);
  });

  it.each(['scores', 'softmax', 'context', 'heads', 'mask', 'one-row', 'formula'] as const)(
    'still draws the attention of %s',
    (step) => {
      const { container } = draw({ tokens, step });
      expect(all(container, '[data-stage] [data-row]').length).toBeGreaterThan(14);
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it.each([
    ['scores', 'scores'],
    ['softmax', 'weights'],
    ['context', 'context'],
  ] as const)('has a row for every one of the 14 tokens at %s', (step, matrix) => {
    const [drawn] = all(draw({ tokens, step }).container, `[data-matrix="${matrix}"]`);
    expect(drawn?.dataset['rows']).toBe('14');
  });
});
