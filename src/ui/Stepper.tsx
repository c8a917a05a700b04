/** Moving through the steps: back, play, on, speed, and the ticks of every chapter. */
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useStillState, useFrame } from '../frame/index.ts';
import { speeds } from '../store/index.ts';
import { chapters, stepIndex, stepOf, steps } from '../walkthrough/index.ts';
import { Segmented } from './Segmented.tsx';
import styles from './Stepper.module.css';

export const StepButtons = ({ beats = false }: { readonly beats?: boolean }): React.ReactNode => {
  const state = useStillState();
  const { messages } = useFrame();
  const { ui } = messages;
  const first = stepIndex(state.step) === 0 && (!beats || state.beat === 0);
  const lastStep = stepIndex(state.step) === steps.length - 1;
  const last = lastStep && (!beats || state.beat === stepOf(state.step).beats.length - 1);
  return (
    <div className={styles['buttons']}>
      <button
        type="button"
        aria-label={ui.previous}
        title={ui.previous}
        disabled={first}
        onClick={() => (beats ? state.previousBeat() : state.previous())}
      >
        <ChevronLeft aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles['play']}
        data-part="play"
        aria-label={state.playing ? ui.pause : ui.play}
        title={state.playing ? ui.pause : ui.play}
        onClick={() => state.setPlaying(!state.playing)}
      >
        {state.playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <button
        type="button"
        data-part="next"
        aria-label={ui.next}
        title={ui.next}
        disabled={last}
        onClick={() => (beats ? state.nextBeat() : state.next())}
      >
        <ChevronRight aria-hidden="true" />
      </button>
    </div>
  );
};

const SpeedSwitch = (): React.ReactNode => {
  const { speed, setSpeed } = useStillState();
  const { messages } = useFrame();
  return (
    <Segmented
      label={messages.ui.speed}
      hideLabel
      value={speed}
      options={speeds.map((value) => ({ value, text: `${value}×` }))}
      onChange={setSpeed}
    />
  );
};

/** One tick a step, grouped by chapter; each is a button. */
export const Chapters = (): React.ReactNode => {
  const state = useStillState();
  const { messages } = useFrame();
  const here = stepIndex(state.step);
  const current = stepOf(state.step).chapter;
  return (
    <nav className={styles['chapters']} aria-label={messages.ui.steps}>
      {chapters.map((chapter) => {
        const own = steps.filter((step) => step.chapter === chapter);
        return (
          <div
            key={chapter}
            className={styles['chapter']}
            style={{ flexGrow: own.length }}
            data-current={chapter === current ? '' : undefined}
          >
            <span>{messages.ui.chapters[chapter]}</span>
            <ol>
              {own.map((step) => (
                <li key={step.id}>
                  <button
                    type="button"
                    aria-current={step.id === state.step ? 'step' : undefined}
                    aria-label={`${stepIndex(step.id) + 1} ${messages.narration[step.id].title}`}
                    title={`${stepIndex(step.id) + 1} ${messages.narration[step.id].title}`}
                    data-done={stepIndex(step.id) < here ? '' : undefined}
                    onClick={() => state.goTo(step.id)}
                  />
                </li>
              ))}
            </ol>
          </div>
        );
      })}
    </nav>
  );
};

export const StepCount = (): React.ReactNode => {
  const { step } = useStillState();
  const { messages } = useFrame();
  const index = stepIndex(step) + 1;
  return (
    <p className={styles['count']} aria-label={messages.ui.stepOf(index, steps.length)}>
      <b>{index}</b> / {steps.length}
    </p>
  );
};

export const Stepper = (): React.ReactNode => {
  const { messages } = useFrame();
  return (
    <footer className={styles['stepper']}>
      <div className={styles['controls']}>
        <StepButtons />
        <SpeedSwitch />
      </div>
      <Chapters />
      <div className={styles['end']}>
        <span className={styles['keys']}>{messages.ui.keysHint}</span>
        <StepCount />
      </div>
    </footer>
  );
};
