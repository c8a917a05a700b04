/** What the model says now: to a beginning that anyone may write, and to pairs that only the context tells apart. */
import { useMemo, useState } from 'react';
import { decode, type DecoderParameters } from '../../decoder/index.ts';
import { tokenIds } from '../../example/index.ts';
import { predictionsOf, type Prediction } from '../../store/index.ts';
import { percent } from '../../viz/index.ts';
import {
  charactersOf,
  corpusLimits,
  promptPairs,
  trainedHeads,
  type Prompt,
} from '../../training/index.ts';
import { usePromptTrace } from './Patterns.tsx';
import { useRoom, useSession } from './room.ts';
import styles from './Answers.module.css';

const shown = 5;

/** What can be put to the model of what stands in the field: no spaces, and no more than it has room for. */
const usable = (text: string): string =>
  // Cut before it is taken apart: a paste may be of any length.
  charactersOf(text.slice(0, 200).replaceAll(/\s/gu, '')).slice(0, corpusLimits.sentence).join('');

const PromptField = (): React.ReactNode => {
  const { session, texts } = useRoom();
  const prompt = useSession((state) => state.prompt);
  const vocabulary = useSession((state) => state.material.vocabulary);
  // What is being written may be empty, too long, or a syllable that an input method has yet to turn into characters.
  const [draft, setDraft] = useState<string | null>(null);
  const unknown = charactersOf(prompt).filter((token) => !vocabulary.includes(token));
  const ask = (text: string): void => {
    if (usable(text) !== '') session.getState().setPrompt(usable(text));
  };
  return (
    <label className={styles['field']}>
      <h2>{texts.prompt}</h2>
      <input
        type="text"
        value={draft ?? prompt}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target, nativeEvent }) => {
          setDraft(target.value);
          if (!(nativeEvent as InputEvent).isComposing) ask(target.value);
        }}
        onCompositionEnd={(event) => ask(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
      <small>
        {unknown.length > 0
          ? texts.unknown(unknown.join(' '))
          : texts.promptHint(corpusLimits.sentence)}
      </small>
    </label>
  );
};

const Guess = ({ guess: { token, probability } }: { readonly guess: Prediction }) => (
  <li>
    <b>{token}</b>
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={8} className={styles['track']} />
      <rect width={probability * 100} height={8} className={styles['bar']} />
    </svg>
    <span>{percent(probability)}</span>
  </li>
);

const Guesses = (): React.ReactNode => {
  const { texts } = useRoom();
  const vocabulary = useSession((state) => state.material.vocabulary);
  const { tokens, trace } = usePromptTrace();
  const best = predictionsOf(vocabulary, trace, tokens.length - 1, shown);
  return (
    <div>
      <h2>{texts.guesses}</h2>
      <ol className={styles['guesses']} aria-label={texts.guesses}>
        {best.map((guess) => (
          <Guess key={guess.token} guess={guess} />
        ))}
      </ol>
    </div>
  );
};

const answerOf = (
  parameters: DecoderParameters,
  vocabulary: readonly string[],
  text: string,
): Prediction | undefined => {
  const tokens = charactersOf(text);
  const trace = decode(parameters, trainedHeads, tokenIds(vocabulary, tokens));
  return predictionsOf(vocabulary, trace, tokens.length - 1, 1)[0];
};

const PairEntry = ({ text, next }: Prompt): React.ReactNode => {
  const { session, texts } = useRoom();
  const parameters = useSession((state) => state.run.parameters);
  const vocabulary = useSession((state) => state.material.vocabulary);
  const answer = useMemo(
    () => answerOf(parameters, vocabulary, text),
    [parameters, vocabulary, text],
  );
  const right = answer?.token === next;
  return (
    <button
      type="button"
      title={texts.expected(next)}
      data-right={right ? '' : undefined}
      onClick={() => session.getState().setPrompt(text)}
    >
      <span>{text}</span>
      <b>{answer?.token}</b>
    </button>
  );
};

/** Only our own corpus says what has to follow; with another one there is nothing to compare. */
const Pairs = (): React.ReactNode => {
  const { texts } = useRoom();
  const sentences = useSession((state) => state.material.sentences);
  const known = useMemo(
    () =>
      promptPairs.filter((pair) =>
        pair.every(({ text, next }) => sentences.some((one) => one.startsWith(text + next))),
      ),
    [sentences],
  );
  if (known.length === 0) return null;
  return (
    <div>
      <h2>{texts.pairs}</h2>
      <ul className={styles['pairs']}>
        {known.map((pair) => (
          <li key={pair[0].text}>
            {pair.map((one) => (
              <PairEntry key={one.text} {...one} />
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
};

export const Answers = (): React.ReactNode => (
  <section className={styles['answers']}>
    <PromptField />
    <Guesses />
    <Pairs />
  </section>
);
