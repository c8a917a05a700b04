/** The time of a stop's motion, to be dragged or stepped from still to still: any moment can be looked at for as long as one likes. */
import { StepBack, StepForward } from 'lucide-react';
import { useAppStore, useDrawn, useFrame } from '../frame/index.ts';
import { selectMotion, showStillBeside, type Store } from '../store/index.ts';
import styles from './Scrubber.module.css';

const ticks = 200;

/** Keys that move a slider, which stop what plays even where the slider can go no further and reports no change. */
const sliderKeys = /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/u;

type Motion = NonNullable<ReturnType<typeof selectMotion>>;

const motionOf = (state: Store): Motion | null => selectMotion(state);

/** The line and its handle: what of the control changes with every moment. */
const Track = ({ motion }: { readonly motion: Motion }): React.ReactNode => {
  const store = useAppStore();
  const { ui } = useFrame().messages;
  const at = useDrawn((state) => state.moment) ?? 1;
  const hold = (): void => {
    const { playing, setPlaying } = store.getState();
    // One change a scrub where nothing plays, and so one picture.
    if (playing) setPlaying(false);
  };
  const scrub = (tick: number): void => {
    hold();
    store.getState().setMoment(tick >= ticks ? null : tick / ticks);
  };
  return (
    <label>
      <span>{ui.moment}</span>
      <span className={styles['track']} style={{ '--at': at } as React.CSSProperties}>
        {motion.stills.map((still) => (
          <i key={still} style={{ '--at': still } as React.CSSProperties} />
        ))}
        <input
          type="range"
          min={0}
          max={ticks}
          step={1}
          value={Math.round(at * ticks)}
          aria-valuetext={`${Math.round(at * 100)}%`}
          onPointerDown={hold}
          onKeyDown={({ key }) => {
            if (sliderKeys.test(key)) hold();
          }}
          onChange={(event) => scrub(Number(event.target.value))}
        />
      </span>
    </label>
  );
};

export interface ScrubberProps {
  /** A line to drag and nothing else, where there is no room for a name and buttons. */
  readonly line?: boolean;
}

export const Scrubber = ({ line = false }: ScrubberProps): React.ReactNode => {
  const store = useAppStore();
  const { ui } = useFrame().messages;
  const motion = useDrawn(motionOf);
  if (!motion) return null;
  const stepButton = (direction: 1 | -1, name: string, icon: React.ReactNode): React.ReactNode => (
    <button
      type="button"
      aria-label={name}
      title={name}
      onClick={() => showStillBeside(store, direction)}
    >
      {icon}
    </button>
  );
  return (
    <div className={styles['scrubber']} data-line={line ? '' : undefined} data-scrubber="">
      <Track motion={motion} />
      {!line && stepButton(-1, ui.earlier, <StepBack aria-hidden="true" />)}
      {!line && stepButton(1, ui.later, <StepForward aria-hidden="true" />)}
    </div>
  );
};
