/** The scene of step `prediction` below the part of the header that says what comes next, and what can be read there. */
import { screen } from '@testing-library/react';
import { Figure } from '../../src/app/Figure.tsx';
import { predictionsOf, selectTrace, type State } from '../../src/store/index.ts';
import { NextToken } from '../../src/ui/index.ts';
import { percent } from '../../src/viz/index.ts';
import { everyRowBeat, stepOf } from '../../src/walkthrough/index.ts';
import { all, mount, one, type Mounted } from './support.tsx';

export const everyRow = stepOf('prediction').beats.findIndex(({ id }) => id === everyRowBeat);

/** The scene below the part of the header that says what comes next. */
export const draw = (overrides: Partial<State> = {}, width = 900): Mounted =>
  mount(
    <>
      <NextToken />
      <div style={{ width, height: 620, display: 'grid', gridTemplateRows: '1fr' }}>
        <Figure />
      </div>
    </>,
    { step: 'prediction', ...overrides },
  );

/** The scene at a stop, by its id. */
export const openAt = (stop: string, overrides: Partial<State> = {}, width = 900): Mounted => {
  const beat = stepOf('prediction').beats.findIndex(({ id }) => id === stop);
  return draw({ beat, ...overrides }, width);
};

/** What the header says comes next, best first: "具 96%". */
export const announced = (): readonly string[] =>
  screen.getAllByRole('listitem').map((item) =>
    [...item.children]
      .map(({ textContent }) => textContent)
      .join(' ')
      .trim(),
  );

export const best = ({ store }: Mounted, count = 5): readonly string[] => {
  const state = store.getState();
  const row = state.tokens.length - 1;
  return predictionsOf(state.vocabulary, selectTrace(state), row, count).map(
    ({ token, probability }) => `${token} ${percent(probability)}`,
  );
};

export const switches = ({ container }: Mounted): HTMLButtonElement[] =>
  all(container, '[data-switch]');
export const switchOf = ({ container }: Mounted, key: string): HTMLButtonElement =>
  one(container, `[data-switch="${key}"]`);
export const isPressed = (button: Element): boolean =>
  button.getAttribute('aria-pressed') === 'true';
/** Every text of the picture, in its order. */
export const textsOnStage = ({ container }: Mounted): (string | null)[] =>
  all(container, '[data-stage] text, [data-stage] p').map(({ textContent }) => textContent);
export const textOnStage = ({ container }: Mounted): string =>
  all(container, '[data-stage] text, [data-stage] p')
    .map(({ textContent }) => textContent)
    .join(' ');
export const badge = ({ container }: Mounted): string | undefined =>
  container.querySelector<HTMLElement>('[data-departures]')?.dataset['departures'];
