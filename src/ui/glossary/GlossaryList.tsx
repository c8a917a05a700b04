/** All terms in the order of the walkthrough, in a window of their own above the page. */
import { useEffect, useId, useRef, useState } from 'react';
import { X } from 'lucide-react';
import { useAppStore, useFrame } from '../../frame/index.ts';
import { glossaryTextsOf, type TermId } from '../../i18n/index.ts';
import { chapters, stepOf, type StepId } from '../../walkthrough/index.ts';
import { Entry } from './Entry.tsx';
import { termsFound } from './find-terms.ts';
import styles from './GlossaryList.module.css';

const Group = ({
  title,
  terms,
  id,
  onGo,
}: {
  readonly title: string;
  readonly terms: readonly TermId[];
  readonly id: string;
  readonly onGo: (step: StepId) => void;
}): React.ReactNode => (
  <section className={styles['group']}>
    <h3>{title}</h3>
    <ul>
      {terms.map((term) => (
        <li key={term} data-entry={term}>
          <Entry term={term} id={`${id}-${term}`} onGo={onGo} />
        </li>
      ))}
    </ul>
  </section>
);

/** The dialog; it is open for as long as it is there. */
export const GlossaryList = ({ onClose }: { readonly onClose: () => void }): React.ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const store = useAppStore();
  const { language, messages } = useFrame();
  const { glossary, words } = glossaryTextsOf(language);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    element.showModal();
    // Where a finger points, a focused field would cover the list with a keyboard.
    if (matchMedia('(pointer: coarse)').matches) element.focus();
  }, []);
  // Closed before it is gone: so the browser gives the focus back.
  const close = (): void => dialog.current?.close();
  const go = (step: StepId): void => {
    close();
    store.getState().goTo(step);
  };
  const found = termsFound(language, wanted);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      className={styles['dialog']}
      aria-labelledby={id}
      onClose={onClose}
      // A press beside it closes it, where the browser knows this.
      closedby="any"
    >
      <div className={styles['body']}>
        <header className={styles['header']}>
          <h2 id={id}>{messages.ui.glossary}</h2>
          <input
            type="text"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            placeholder={words.find}
            aria-label={words.find}
            autoComplete="off"
            spellCheck={false}
          />
          <button type="button" onClick={close} aria-label={words.close}>
            <X aria-hidden="true" />
          </button>
        </header>
        <div className={styles['list']}>
          {chapters.map((chapter) => {
            const terms = found.filter((term) => stepOf(glossary[term].step).chapter === chapter);
            if (terms.length === 0) return null;
            const title = messages.ui.chapters[chapter];
            return <Group key={chapter} title={title} terms={terms} id={id} onGo={go} />;
          })}
          <p role="status" className={styles['none']}>
            {found.length === 0 && words.notFound}
          </p>
        </div>
      </div>
    </dialog>
  );
};
