/** The controls of a run: start and pause, a single step, starting over, the seed and the learning rate. */
import { Dices, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { isFinished } from '../../training/index.ts';
import { useRoom, useSession } from './room.ts';
import controls from './controls.module.css';
import styles from './Driving.module.css';

const Buttons = (): React.ReactNode => {
  const { session, trainer, texts } = useRoom();
  const running = useSession((state) => state.running);
  const steps = useSession((state) => state.run.losses.length);
  const finished = useSession(({ run, plan }) => isFinished(run, plan));
  const act = session.getState();
  const startText = steps === 0 ? texts.start : texts.resume;
  return (
    <div className={controls['buttons']}>
      <button
        type="button"
        className={controls['main']}
        disabled={finished}
        onClick={() => (running ? act.pause() : void act.start(trainer))}
      >
        {running ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        {running ? texts.pause : startText}
      </button>
      <button type="button" disabled={running || finished} onClick={() => void act.step(trainer)}>
        <StepForward aria-hidden="true" />
        {texts.step}
      </button>
      <button type="button" disabled={steps === 0} onClick={act.reset}>
        <RotateCcw aria-hidden="true" />
        {texts.reset}
      </button>
    </div>
  );
};

const Progress = (): React.ReactNode => {
  const { texts } = useRoom();
  const steps = useSession((state) => state.run.losses.length);
  const all = useSession((state) => state.plan.steps);
  const finished = steps >= all;
  return (
    <div className={styles['progress']}>
      <progress value={steps} max={all} aria-label={texts.progress(steps, all)} />
      <span>{finished ? texts.finished : texts.progress(steps, all)}</span>
    </div>
  );
};

const largestSeed = 999_999;

/** The rates on the slider: about as far from each other everywhere, and short to read. */
const rates = [
  0.001, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3,
] as const;

const Choices = (): React.ReactNode => {
  const { session, texts } = useRoom();
  const { seed, learningRate } = useSession((state) => state.plan);
  const { setSeed, setLearningRate } = session.getState();
  const choose = (text: string): void => {
    const value = Number(text);
    if (/^\d{1,6}$/.test(text) && value <= largestSeed) setSeed(value);
  };
  return (
    <div className={styles['choices']}>
      <label>
        <span>{texts.seed}</span>
        <input
          type="number"
          inputMode="numeric"
          min={0}
          max={largestSeed}
          step={1}
          value={seed}
          onChange={(event) => choose(event.target.value)}
        />
      </label>
      <button
        type="button"
        className={controls['button']}
        aria-label={texts.nextSeed}
        title={texts.nextSeed}
        onClick={() => setSeed((seed + 1) % (largestSeed + 1))}
      >
        <Dices aria-hidden="true" />
      </button>
      <label className={styles['rate']}>
        <span>{texts.learningRate}</span>
        <input
          type="range"
          min={0}
          max={rates.length - 1}
          step={1}
          value={rates.findIndex((rate) => rate >= learningRate)}
          aria-valuetext={String(learningRate)}
          onChange={(event) => setLearningRate(rates[Number(event.target.value)] ?? learningRate)}
        />
        <output>{learningRate}</output>
      </label>
    </div>
  );
};

export const Driving = (): React.ReactNode => {
  const { texts } = useRoom();
  const failed = useSession((state) => state.failed);
  return (
    <section className={styles['driving']} aria-label={texts.controls}>
      <Buttons />
      <Progress />
      <Choices />
      {failed && <p role="alert">{texts.failed}</p>}
    </section>
  );
};
