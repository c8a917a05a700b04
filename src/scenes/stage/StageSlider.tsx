/** A slider on the stage with its value in words, and a line below it where there is more to say. */
import { useStage } from './StageContext.tsx';
import styles from '../Scale.module.css';

export interface StageSliderProps {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly value: number;
  readonly top: number;
  readonly note?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** Room that it needs, in the frame's label sizes. */
export const sliderRoom = 5;

export const StageSlider = (props: StageSliderProps): React.ReactNode => {
  const { size, metrics } = useStage();
  const { label, least, most, value, top, note, onChange } = props;
  const width = Math.min(size.width - 24, 40 * metrics.label);
  return (
    <div
      className={styles['control']}
      style={{ left: (size.width - width) / 2, top, width, fontSize: metrics.label }}
    >
      <label>
        <span>{label}</span>
        <input
          type="range"
          min={least}
          max={most}
          step={1}
          value={value}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      </label>
      {note !== undefined && <div>{note}</div>}
    </div>
  );
};
