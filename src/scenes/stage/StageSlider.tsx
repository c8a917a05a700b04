/** A slider on the stage with its value in words, and a line below it where there is more to say. */
import type { Metrics, Size } from '../../viz/index.ts';
import { useStage } from './StageContext.tsx';
import styles from './StageSlider.module.css';

export interface StageSliderProps {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly top: number;
  readonly note?: string | undefined;
  /** Says the value where it is not the slider's own number. */
  readonly valueText?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** Room that it needs, in the frame's label sizes. */
export const sliderRoom = 5;

/** From where to where it reaches, for what is aligned with it. */
export const sliderBox = (size: Size, { label }: Metrics): { left: number; width: number } => {
  const width = Math.min(size.width - 24, 40 * label);
  return { left: (size.width - width) / 2, width };
};

export const StageSlider = (props: StageSliderProps): React.ReactNode => {
  const { size, metrics } = useStage();
  const { label, least, most, value, top, note, valueText, onChange } = props;
  const { left, width } = sliderBox(size, metrics);
  return (
    <div className={styles['control']} style={{ left, top, width, fontSize: metrics.label }}>
      <label>
        <span>{label}</span>
        <input
          type="range"
          min={least}
          max={most}
          step={1}
          value={value}
          aria-valuetext={valueText}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      </label>
      {note !== undefined && <div>{note}</div>}
    </div>
  );
};
