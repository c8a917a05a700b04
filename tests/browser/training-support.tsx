/** The training room as it stands on the page, and what can be done in it. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Train } from '../../src/app/Train.tsx';
import { sessionOf, type Session } from '../../src/app/train/session.ts';
import { trainingTextsOf } from '../../src/i18n/index.ts';
import type { State } from '../../src/store/index.ts';
import { mount, type Mounted } from './support.tsx';

export const texts = trainingTextsOf('en');

export interface EnteredRoom extends Mounted {
  readonly session: () => Session;
}

const nobody = (): void => undefined;

/** Enters the room with a worker of its own. */
export const enter = (
  overrides: Partial<State> = {},
  onLeave: () => void = nobody,
): EnteredRoom => {
  const mounted = mount(<Train onLeave={onLeave} />, { view: 'train', ...overrides });
  return { ...mounted, session: () => sessionOf(mounted.store).getState() };
};

export const button = (name: string): HTMLButtonElement =>
  screen.getByRole<HTMLButtonElement>('button', { name });

export const click = (name: string): boolean => fireEvent.click(button(name));

export const stepsOf = ({ session }: EnteredRoom): number => session().run.losses.length;

/** Generous, because a busy machine may take its time; nothing is said of how long it takes. */
const patience = { timeout: 12_000 } as const;

export const eventually = (check: () => void): Promise<void> => waitFor(check, patience);

/** Waits until a run has gone so many steps. */
export const reaches = (room: EnteredRoom, steps: number): Promise<void> =>
  eventually(() => {
    if (stepsOf(room) < steps) throw new Error(`${stepsOf(room)} steps of ${steps}`);
  });

/** Takes single steps, each waited for. */
export const takeSteps = async (room: EnteredRoom, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const wanted = stepsOf(room) + 1;
    click(texts.step);
    // One after the other is the point.
    // oxlint-disable-next-line no-await-in-loop
    await reaches(room, wanted);
  }
};

/** The numbers of a run's parameters, to compare two runs to the bit. */
export const numbersOf = (parameters: Session['run']['parameters']): readonly number[] =>
  Object.values(parameters).flatMap((matrix: { data: Iterable<number> }) => [...matrix.data]);
