/** A term explained: its name in both languages, what it is, how large it is now, the step that shows it. */
import { ArrowRight } from 'lucide-react';
import { useFrame, useStillState } from '../../frame/index.ts';
import { glossaryTextsOf, type TermId } from '../../i18n/index.ts';
import { stepIndex, type StepId } from '../../walkthrough/index.ts';
import { RichText } from '../RichText.tsx';
import styles from './Entry.module.css';
import { figureOf } from './figure.ts';

interface EntryProps {
  readonly term: TermId;
  /** What the ids of name and text begin with. */
  readonly id: string;
  readonly onGo: (step: StepId) => void;
}

/** A name in two parts: the words, and its symbol, which is the same in every language; either may be empty. */
const partsOf = (name: string): readonly [words: string, symbol: string] => {
  const [symbol = ''] = /\{[^}]*\}$/.exec(name) ?? [];
  return [name.slice(0, name.length - symbol.length).trim(), symbol];
};

export const Entry = ({ term, id, onGo }: EntryProps): React.ReactNode => {
  const state = useStillState();
  const { language, messages, say } = useFrame();
  const other = language === 'en' ? 'zh-CN' : 'en';
  const { glossary, words } = glossaryTextsOf(language);
  const { name, text, step } = say(glossary[term]);
  const [called, symbol] = partsOf(name);
  const [elsewhere] = partsOf(glossaryTextsOf(other).glossary[term].name);
  const figure = figureOf(state, term, words);
  return (
    <>
      <p className={styles['name']} id={`${id}-name`}>
        {called !== '' && <b>{called}</b>}
        {symbol !== '' && <RichText text={symbol} />}
        {elsewhere !== '' && <span lang={other}>{elsewhere}</span>}
      </p>
      <p className={styles['text']} id={`${id}-text`}>
        <RichText text={text} />
      </p>
      <div className={styles['foot']}>
        {figure !== null && (
          <span data-figure="">
            <RichText text={say(figure)} />
          </span>
        )}
        {step === state.step ? (
          <span>{words.thisStep}</span>
        ) : (
          <button type="button" className={styles['go']} onClick={() => onGo(step)}>
            {words.seeStep(stepIndex(step) + 1, messages.narration[step].title)}
            <ArrowRight aria-hidden="true" />
          </button>
        )}
      </div>
    </>
  );
};
