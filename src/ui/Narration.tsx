/** What the step says: chapter, title, text, formula, shapes. */
import { ArrowRight } from 'lucide-react';
import { formulas } from 'virtual:formulas';
import { useFrame, useRestingState, useStillState } from '../frame/index.ts';
import {
  currentBeat,
  matrixIn,
  selectComputation,
  selectFacts,
  writeLink,
  type Store,
} from '../store/index.ts';
import { isHeadMatrix } from '../attention/index.ts';
import type { DecoderMatrixName } from '../decoder/index.ts';
import { stepOf } from '../walkthrough/index.ts';
import styles from './Narration.module.css';
import { RichText } from './RichText.tsx';

const parameterOfHead: ReadonlySet<DecoderMatrixName> = new Set(['wq', 'wk', 'wv']);

/** Rows and columns as the step draws them: in a head, a projection's parameters are the head's columns. */
const shapeOf = (state: Store, matrix: DecoderMatrixName, transposed: boolean): string | null => {
  const found = matrixIn(selectComputation(state), {
    matrix,
    ...(isHeadMatrix(matrix) ? { head: state.head } : {}),
  });
  if (!found) return null;
  const cols = parameterOfHead.has(matrix) ? found.cols / state.nHeads : found.cols;
  return transposed ? `${cols}×${found.rows}` : `${found.rows}×${cols}`;
};

/** "5×3 · 3×5 → 5×5", from the matrices the beat reads and makes. */
export const shapesLine = (state: Store): string => {
  const step = stepOf(state.step);
  const { reads, makes } = currentBeat(state);
  const isTransposed = (matrix: DecoderMatrixName): boolean =>
    step.transposed?.includes(matrix) === true;
  const from = reads
    .map((matrix) => shapeOf(state, matrix, isTransposed(matrix)))
    .filter((shape) => shape !== null);
  const to = makes ? shapeOf(state, makes, false) : null;
  return [from.join(' · '), to].filter((part) => part !== null && part !== '').join(' → ');
};

/** A formula of more characters than this is set smaller where its column is narrow. */
const longFormula = 18;

/** The beat's formula, typeset when the page was built. */
export const StepFormula = (): React.ReactNode => {
  const state = useStillState();
  const html = formulas[currentBeat(state).formula] ?? '';
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
  const line = shapesLine(state);
  return line === '' ? null : <p className={styles['shapes']}>{line}</p>;
};

export const StepTitle = (): React.ReactNode => {
  const { step } = useStillState();
  const { messages } = useFrame();
  return <h1 className={styles['title']}>{messages.narration[step].title}</h1>;
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

/** The paragraphs of the step, which speak of the row that the reader looks at. */
const Body = (): React.ReactNode => {
  const state = useRestingState();
  const { messages } = useFrame();
  return messages.narration[state.step].body(selectFacts(state)).map((paragraph, index) => (
    // By its place: where a number in it changes, it stays the same paragraph.
    <p key={index} className={styles['body']}>
      <RichText text={paragraph} />
    </p>
  ));
};

export const Narration = ({ titled = true }: { readonly titled?: boolean }): React.ReactNode => {
  const { step: id } = useStillState();
  const { messages } = useFrame();
  const step = stepOf(id);
  const { ui, narration } = messages;
  const text = narration[id];
  return (
    <section className={styles['narration']} aria-label={ui.narration}>
      <p className={styles['chapter']}>
        {ui.chapters[step.chapter]}
        {step.figure !== undefined && ` · ${ui.figureOf(step.figure)}`}
      </p>
      {titled && <StepTitle />}
      <Body />
      {text.hint !== undefined && (
        <p className={styles['hint']}>
          <RichText text={text.hint} />
        </p>
      )}
      {step.training && <RoomLink />}
      <div className={styles['formulas']}>
        <StepFormula />
        <Shapes />
      </div>
    </section>
  );
};
