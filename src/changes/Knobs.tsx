/** What scores are divided by, and the softmax's temperature, where a step shows their effect. */
import { useId, useState } from 'react';
import { X } from 'lucide-react';
import { useAppStore, useFrame, useStillState } from '../frame/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import { MathSymbol } from '../ui/index.ts';
import {
  largestDivisor,
  largestTemperature,
  least,
  setDivisor,
  setTemperature,
} from './actions.ts';
import styles from './changes.module.css';

interface KnobProps {
  readonly label: string;
  readonly symbol: string;
  readonly value: number;
  readonly most: number;
  readonly isOwn: boolean;
  readonly onSet: (value: number, gesture: string) => void;
  readonly onReset: () => void;
}

const Knob = (props: KnobProps): React.ReactNode => {
  const { label, symbol, value, most, isOwn, onSet, onReset } = props;
  const store = useAppStore();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const change = (text: string): void => {
    setDraft(text);
    const typed = Number(text);
    if (text.trim() !== '' && typed > 0) onSet(typed, `knob ${id}`);
  };
  const finish = (): void => {
    setDraft(null);
    store.getState().endGesture();
  };
  return (
    <span className={styles['knob']}>
      <label htmlFor={id}>
        {label}{' '}
        <span aria-hidden="true">
          <MathSymbol notation={symbol} />
        </span>
      </label>
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        step={0.1}
        value={draft ?? String(Number(value.toFixed(3)))}
        onChange={(event) => change(event.target.value)}
        onBlur={finish}
      />
      {!isOwn && (
        <button type="button" onClick={onReset} aria-label={texts.resetCell(label)}>
          <X aria-hidden="true" />
        </button>
      )}
    </span>
  );
};

export const Knobs = (): React.ReactNode => {
  const store = useAppStore();
  const { step, scaled, divisor, temperature, parameters, nHeads } = useStillState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  const dK = parameters.wq.cols / nHeads;
  return (
    <>
      {step === 'scale' && scaled && (
        <Knob
          label={texts.divisor}
          symbol="÷"
          value={divisor ?? Math.sqrt(dK)}
          most={largestDivisor}
          isOwn={divisor === null}
          onSet={(value, gesture) => setDivisor(store, value, gesture)}
          onReset={() => setDivisor(store, null)}
        />
      )}
      {step === 'softmax' && (
        <Knob
          label={texts.temperature}
          symbol="T"
          value={temperature}
          most={largestTemperature}
          isOwn={temperature === 1}
          onSet={(value, gesture) => setTemperature(store, value, gesture)}
          onReset={() => setTemperature(store, 1)}
        />
      )}
    </>
  );
};
