/** The switches over the stage; those without effect on a step keep their place and rest. */
import { useStillState, useFrame } from '../frame/index.ts';
import { exampleShape } from '../example/index.ts';
import { fills, selectCausal } from '../store/index.ts';
import { stepOf, type Control } from '../walkthrough/index.ts';
import { Segmented, Switch } from './Segmented.tsx';
import styles from './Toolbar.module.css';

const divisors = Array.from({ length: exampleShape.dModel }, (_, index) => index + 1).filter(
  (count) => exampleShape.dModel % count === 0,
);

const numbered = (count: number): { value: number; text: string }[] =>
  Array.from({ length: count }, (_, index) => ({ value: index, text: String(index + 1) }));

/** With more stops than this, controls without effect make room for them. */
const mostBeatsBesideRest = 3;

/** Stops within the step, where it has more than one; a list to choose from where a row of them has no room. */
export const BeatSwitch = ({
  mostInRow = Number.POSITIVE_INFINITY,
}: {
  /** More stops than this are a list. */
  readonly mostInRow?: number;
}): React.ReactNode => {
  const state = useStillState();
  const { messages } = useFrame();
  const { beats } = stepOf(state.step);
  if (beats.length < 2) return null;
  if (beats.length > mostInRow)
    return (
      <select
        className={styles['beats']}
        aria-label={messages.ui.beat}
        value={state.beat}
        onChange={(event) => state.goToBeat(Number(event.target.value))}
      >
        {beats.map((beat, index) => (
          <option key={beat.id} value={index}>
            {messages.ui.beats[beat.id] ?? beat.id}
          </option>
        ))}
      </select>
    );
  return (
    <Segmented
      label={messages.ui.beat}
      hideLabel
      value={state.beat}
      options={beats.map((beat, index) => ({
        value: index,
        text: messages.ui.beats[beat.id] ?? beat.id,
      }))}
      onChange={state.goToBeat}
    />
  );
};

/** `spare` leaves out what has no effect here, for narrow frames. */
export const Toolbar = ({
  spare = false,
  only,
  extra,
}: {
  readonly spare?: boolean;
  /** Where given, no other control is shown. */
  readonly only?: readonly Control[];
  /** Stands before the switches. */
  readonly extra?: React.ReactNode;
}): React.ReactNode => {
  const state = useStillState();
  const { messages } = useFrame();
  const { controls, beats } = stepOf(state.step);
  const has = (control: Control): boolean => controls.includes(control);
  const shown = (control: Control): boolean =>
    (!(spare || beats.length > mostBeatsBesideRest) || has(control)) &&
    (!only || only.includes(control));
  const { ui } = messages;
  return (
    <div className={styles['toolbar']} role="group" aria-label={ui.controls}>
      <BeatSwitch {...(spare ? { mostInRow: mostBeatsBesideRest } : {})} />
      {has('heads') ? (
        <Segmented
          label={ui.heads}
          value={state.nHeads}
          options={divisors.map((count) => ({ value: count, text: String(count) }))}
          onChange={state.setHeads}
        />
      ) : (
        shown('head') && (
          <Segmented
            part="head"
            label={ui.head}
            value={state.head}
            options={numbered(state.nHeads)}
            onChange={state.setHead}
            disabled={!has('head')}
          />
        )
      )}
      {shown('fill') && (
        <Segmented
          label={ui.fill}
          value={state.fill}
          options={fills.map((fill) => ({
            value: fill,
            text: fill === 'value' ? ui.byValue : ui.byToken,
          }))}
          onChange={state.setFill}
          disabled={!has('fill')}
        />
      )}
      <span className={styles['space']} />
      {extra}
      {shown('scaled') && (
        <Switch
          label={ui.scaling}
          checked={state.scaled}
          onChange={state.setScaled}
          disabled={!has('scaled')}
        />
      )}
      {shown('causal') && (
        <Switch
          label={ui.mask}
          checked={selectCausal(state)}
          onChange={state.setCausal}
          disabled={!has('causal')}
        />
      )}
    </div>
  );
};
