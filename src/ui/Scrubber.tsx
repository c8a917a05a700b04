/** The time of a stop's motion, to be dragged: any moment can be looked at for as long as one likes. */
import { useAppStore, useDrawn, useFrame } from '../frame/index.ts';
import { selectMotion, type Store } from '../store/index.ts';
import styles from './Scrubber.module.css';

const ticks = 200;

const motionOf = (state: Store): ReturnType<typeof selectMotion> => selectMotion(state);

export const Scrubber = (): React.ReactNode => {
  const store = useAppStore();
  const { messages } = useFrame();
  const motion = useDrawn(motionOf);
  const moment = useDrawn((state) => state.moment);
  if (!motion) return null;
  const scrub = (tick: number): void => {
    const { playing, setPlaying, setMoment } = store.getState();
    // One change a scrub where nothing plays, and so one picture.
    if (playing) setPlaying(false);
    setMoment(tick >= ticks ? null : tick / ticks);
  };
  return (
    <label className={styles['scrubber']}>
      <span>{messages.ui.moment}</span>
      <input
        type="range"
        min={0}
        max={ticks}
        step={1}
        value={Math.round((moment ?? 1) * ticks)}
        aria-valuetext={`${Math.round((moment ?? 1) * 100)}%`}
        onChange={(event) => scrub(Number(event.target.value))}
      />
    </label>
  );
};
