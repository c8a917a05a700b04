/** The sentences that are learned from: to read, to change, and what of a change cannot be used. */
import { useDeferredValue, useMemo } from 'react';
import { corpus, corpusLimits, readCorpus, type ReadCorpus } from '../../training/index.ts';
import { useRoom, useSession } from './room.ts';
import controls from './controls.module.css';
import styles from './CorpusEditor.module.css';

/** More lines than these are counted, not listed. */
const mostListed = 4;

const Findings = ({ read }: { readonly read: ReadCorpus }): React.ReactNode => {
  const { texts } = useRoom();
  const { skipped, strangers, cut, sentences, vocabulary } = read;
  const more = skipped.length - mostListed;
  return (
    <div role="status" aria-live="polite">
      <ul className={styles['findings']}>
        <li>
          {sentences.length === 0 ? texts.empty : texts.usable(sentences.length, vocabulary.length)}
        </li>
        {cut && <li>{texts.cut(corpusLimits.text)}</li>}
        {skipped.slice(0, mostListed).map(({ line, flaw }) => (
          <li key={line}>
            {texts.skipped(line, texts.flaws[flaw](corpusLimits.sentence, corpusLimits.sentences))}
          </li>
        ))}
        {more > 0 && <li>{texts.moreSkipped(more)}</li>}
        {strangers.length > 0 && (
          <li>{texts.strangers(strangers.slice(0, 20).join(''), corpusLimits.vocabulary)}</li>
        )}
      </ul>
    </div>
  );
};

const ours = corpus.join('\n');

const Editor = (): React.ReactNode => {
  const { session, texts } = useRoom();
  const sentences = useSession((state) => state.material.sentences);
  const draft = useSession((state) => state.draft);
  const text = draft ?? sentences.join('\n');
  // Reading a long text takes a moment; typing must not wait for it.
  const settled = useDeferredValue(text);
  const read = useMemo(() => readCorpus(settled), [settled]);
  const { setDraft, learnFrom } = session.getState();
  const apply = (): void => {
    const now = readCorpus(text);
    if (now.sentences.length === 0) return;
    learnFrom(now);
    setDraft(null);
  };
  const restore = (): void => {
    learnFrom(readCorpus(ours));
    setDraft(null);
  };
  return (
    <>
      <p>{texts.corpusHint(corpusLimits.sentence)}</p>
      <textarea
        value={text}
        rows={10}
        spellCheck={false}
        aria-label={texts.corpus}
        onChange={(event) => setDraft(event.target.value.slice(0, 2 * corpusLimits.text))}
      />
      {draft !== null && <Findings read={read} />}
      <div className={`${controls['buttons']} ${styles['after']}`}>
        <button
          type="button"
          disabled={draft === null || read.sentences.length === 0}
          onClick={apply}
        >
          {texts.use}
        </button>
        <button type="button" disabled={text === ours} onClick={restore}>
          {texts.restore}
        </button>
      </div>
    </>
  );
};

export const CorpusEditor = (): React.ReactNode => {
  const { texts } = useRoom();
  const { sentences, vocabulary } = useSession((state) => state.material);
  return (
    <details className={styles['corpus']}>
      <summary>
        {texts.corpus} <small>{texts.corpusCount(sentences.length, vocabulary.length)}</small>
      </summary>
      <Editor />
    </details>
  );
};
