/** A choice of one among a few, as a row of native radio buttons that look like one control. */
import { useId } from 'react';
import styles from './controls.module.css';

export interface SegmentedProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  /** A control without effect here keeps its place. */
  readonly disabled?: boolean;
  readonly hideLabel?: boolean;
  /** What others know it by, as `data-part`. */
  readonly part?: string;
}

export const Segmented = <Value extends string | number>(
  props: SegmentedProps<Value>,
): React.ReactNode => {
  const { label, value, options, onChange, disabled = false, hideLabel = false, part } = props;
  const name = useId();
  return (
    <fieldset className={styles['group']} disabled={disabled} data-part={part}>
      <legend className={hideLabel ? styles['hidden'] : styles['legend']}>{label}</legend>
      <span className={styles['segments']}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={String(option.value)}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
};

export const Switch = ({
  label,
  checked,
  onChange,
  disabled = false,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}): React.ReactNode => (
  <label className={styles['switch']} data-disabled={disabled ? '' : undefined}>
    <input
      type="checkbox"
      role="switch"
      aria-checked={checked}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span>{label}</span>
  </label>
);
