/** What the step says: chapter, title, text, formula, shapes. */
import { ArrowRight } from 'lucide-react';
import { formulas } from 'virtual:formulas';
import { useFrame, useRestingState, useStillState } from '../frame/index.ts';
import { currentBeat, selectFacts, writeLink } from '../store/index.ts';
import { stepOf } from '../walkthrough/index.ts';
import styles from './Narration.module.css';
import { shapesLine } from './shapes.ts';
import { Texts } from './Texts.tsx';

/** A formula of more characters than this is set smaller where its column is narrow. */
const longFormula = 18;

/** The beat's formula, typeset when the page was built. */
export const StepFormula = (): React.ReactNode => {
  const state = useStillState();
  const { turning } = useFrame();
  const { formula } = currentBeat(state);
  const html = turning?.formulas[formula] ?? formulas[formula] ?? '';
  const characters = html.replaceAll(/<[^>]*>|[\s\u2061]/gu, '').length;
  return (
    <div
      className={styles['formula']}
      data-long={characters > longFormula ? '' : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
};

export const Shapes = (): React.ReactNode => {
  const state = useStillState();
  const { say, turning } = useFrame();
  const line = shapesLine(state, turning !== null);
  return line === '' ? null : <p className={styles['shapes']}>{say(line)}</p>;
};

export const StepTitle = (): React.ReactNode => {
  const { step } = useStillState();
  const { messages } = useFrame();
  const { title } = messages.narration[step];
  return (
    <h1 className={styles['title']} style={{ '--letters': title.length } as React.CSSProperties}>
      {title}
    </h1>
  );
};

/** The way to where the parameters come from; a link, so that it can also be opened beside the page. */
const RoomLink = (): React.ReactNode => {
  const state = useStillState();
  const { messages } = useFrame();
  const enter = (event: React.MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    state.setView('train');
  };
  return (
    <p className={styles['room']}>
      <a href={writeLink({ ...state, view: 'train' })} onClick={enter}>
        {messages.ui.toTrainingRoom}
        <ArrowRight aria-hidden="true" />
      </a>
    </p>
  );
};

/** The paragraphs of the step, which speak of the row that the reader looks at, and what there is to try. */
const Body = (): React.ReactNode => {
  const state = useRestingState();
  const { body, hint } = useFrame().messages.narration[state.step];
  const paragraphs = [
    ...body(selectFacts(state)).map((text) => ({ text, className: styles['body'] })),
    ...(hint === undefined ? [] : [{ text: hint, className: styles['hint'] }]),
  ];
  return <Texts paragraphs={paragraphs} />;
};

export const Narration = ({ titled = true }: { readonly titled?: boolean }): React.ReactNode => {
  const { step: id } = useStillState();
  const { messages } = useFrame();
  const step = stepOf(id);
  const { ui } = messages;
  return (
    <section className={styles['narration']} aria-label={ui.narration} tabIndex={-1}>
      <p className={styles['chapter']}>
        {ui.chapters[step.chapter]}
        {step.figure !== undefined && ` · ${ui.figureOf(step.figure)}`}
      </p>
      {titled && <StepTitle />}
      <Body />
      {step.training && <RoomLink />}
      <div className={styles['formulas']}>
        <StepFormula />
        <Shapes />
      </div>
    </section>
  );
};
