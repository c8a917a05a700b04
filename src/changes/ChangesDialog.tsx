/** Where everything can be changed that is no cell: both inputs, all numbers back, everything back, saved and opened. */
import { useEffect, useId, useRef, useState } from 'react';
import { FileDown, FileUp, X } from 'lucide-react';
import { useAppStore, useFrame, useStillState } from '../frame/index.ts';
import { changesTextsOf, type ChangesTexts } from '../i18n/index.ts';
import { exampleTokens, memoryTokens, unknownToken } from '../example/index.ts';
import { contextLengthOf, isKnown, isLink, writeLink } from '../store/index.ts';
import { tokenHue } from '../viz/index.ts';
import { MathSymbol } from '../ui/index.ts';
import { matrixSymbols } from '../walkthrough/index.ts';
import { resetCell, resetCells, setMemory, setTokens } from './actions.ts';
import styles from './changes.module.css';
import { wholeCodec, wholeTable } from './link.ts';
import { OrientationChoice } from './Orientation.tsx';
import { fileOf, linkInFile } from './saved.ts';
import { mostTokens, tokensOf } from './sentence.ts';

/** What is to be said of a text: what of it cannot be used, and what the model makes of the rest. */
const Notes = ({ text, isMemory }: { text: string; isMemory: boolean }): React.ReactNode => {
  const state = useStillState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  const { tokens, isCut } = tokensOf(text);
  const unknown = [...new Set(tokens.filter((token) => !isKnown(state, token)))];
  const notes = [
    ...(tokens.length === 0 ? [texts.empty] : []),
    ...(isCut ? [texts.cut(mostTokens)] : []),
    ...(unknown.length > 0 ? [texts.unknown(unknown.join(' '), unknownToken)] : []),
    ...(!isMemory && tokens.length > contextLengthOf(state)
      ? [texts.beyond(contextLengthOf(state))]
      : []),
  ];
  return (
    <div className={styles['notes']} role="status">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
};

/** The text's tokens as chips; one that the model does not know is marked. */
const Chips = ({ tokens }: { readonly tokens: readonly string[] }): React.ReactNode => {
  const state = useStillState();
  const { palette } = useFrame();
  return (
    <div className={styles['chips']} aria-hidden="true">
      {tokens.map((token, index) => (
        <span
          key={`${index}${token}`}
          data-unknown={isKnown(state, token) ? undefined : ''}
          style={{ '--hue': tokenHue(palette, index) } as React.CSSProperties}
        >
          {token}
        </span>
      ))}
    </div>
  );
};

interface TextProps {
  readonly label: string;
  readonly hint?: string;
  readonly tokens: readonly string[];
  readonly own: readonly string[];
  readonly isMemory?: boolean;
  readonly onUse: (tokens: readonly string[]) => void;
}

/** One input: any text, seen as tokens while it is typed, used on Enter. */
const Text = ({
  label,
  hint,
  tokens,
  own,
  isMemory = false,
  onUse,
}: TextProps): React.ReactNode => {
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  const id = useId();
  const [text, setText] = useState(tokens.join(''));
  const typed = tokensOf(text);
  const use = (next: readonly string[]): void => {
    if (next.length === 0) return;
    setText(next.join(''));
    onUse(next);
  };
  return (
    <form
      className={styles['text']}
      onSubmit={(event) => {
        event.preventDefault();
        use(typed.tokens);
      }}
    >
      <label htmlFor={id}>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </label>
      <input
        id={id}
        type="text"
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <Chips tokens={typed.tokens} />
      <p className={styles['count']}>{texts.count(typed.tokens.length, mostTokens)}</p>
      <Notes text={text} isMemory={isMemory} />
      <div className={styles['row']}>
        <button type="submit" disabled={typed.tokens.length === 0} data-main="">
          {texts.use}
        </button>
        <button type="button" disabled={tokens.join() === own.join()} onClick={() => use(own)}>
          {texts.own}
        </button>
      </div>
    </form>
  );
};

/** The numbers that were set, each with a way back. */
const Cells = ({ texts }: { readonly texts: ChangesTexts }): React.ReactNode => {
  const store = useAppStore();
  const state = useStillState();
  const { say } = useFrame();
  const { edits } = state;
  const fits = isLink(writeLink(state, '', wholeTable));
  return (
    <section className={styles['cells']}>
      <p>{texts.cells(edits.length)}</p>
      {edits.length > 0 && (
        <ul>
          {edits.map((edit) => {
            const name = say(`${matrixSymbols[edit.matrix]} [${edit.row + 1},${edit.col + 1}]`);
            return (
              <li key={name}>
                <MathSymbol notation={name} /> = {edit.value}
                <button
                  type="button"
                  aria-label={texts.resetCell(name)}
                  onClick={() => resetCell(store, edit)}
                >
                  <X aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {!fits && <p role="status">{texts.tooLong}</p>}
      {edits.length > 0 && (
        <div className={styles['row']}>
          <button type="button" onClick={() => resetCells(store)}>
            {texts.resetAll}
          </button>
        </div>
      )}
    </section>
  );
};

/** A file is far shorter than this. */
const longestFile = 1_000_000;

const Files = ({ texts }: { readonly texts: ChangesTexts }): React.ReactNode => {
  const store = useAppStore();
  const [isBad, setBad] = useState(false);
  const save = (): void => {
    const content = fileOf(writeLink(store.getState(), '', wholeTable));
    const url = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'seeing-attention.json';
    link.click();
    URL.revokeObjectURL(url);
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const link = file.size > longestFile ? null : linkInFile(await file.text());
    setBad(link === null);
    if (link !== null) store.getState().open(wholeCodec.readAny(link));
  };
  return (
    <>
      <div className={styles['row']}>
        <button type="button" onClick={() => store.getState().startOver()}>
          {texts.startOver}
        </button>
        <button type="button" onClick={save}>
          <FileDown aria-hidden="true" />
          {texts.save}
        </button>
        <label className={styles['file']}>
          <FileUp aria-hidden="true" />
          {texts.openFile}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void open(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
      </div>
      {isBad && (
        <p className={styles['notes']} role="alert">
          {texts.badFile}
        </p>
      )}
    </>
  );
};

/** The dialog; it is open for as long as it is there. */
export const ChangesDialog = ({ onClose }: { readonly onClose: () => void }): React.ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const store = useAppStore();
  const { tokens, memory } = useStillState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    element.showModal();
    // Where a finger points, a focused field would cover the rest with a keyboard.
    if (matchMedia('(pointer: coarse)').matches) element.focus();
    else element.querySelector('input')?.focus();
  }, []);
  // Closed before it is gone: so the browser gives the focus back.
  const close = (): void => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={id}
      onClose={onClose}
      // A press beside it closes it, where the browser knows this.
      closedby="any"
    >
      <div className={styles['body']}>
        <header>
          <h2 id={id}>{texts.title}</h2>
          <button type="button" onClick={close} aria-label={texts.close}>
            <X aria-hidden="true" />
          </button>
        </header>
        <Text
          key={`s ${tokens.join()}`}
          label={texts.sentence}
          tokens={tokens}
          own={exampleTokens}
          onUse={(next) => {
            setTokens(store, next);
            close();
          }}
        />
        <Text
          key={`m ${memory.join()}`}
          label={texts.memory}
          hint={texts.memoryHint}
          tokens={memory}
          own={memoryTokens}
          isMemory
          onUse={(next) => {
            setMemory(store, next);
            close();
          }}
        />
        <OrientationChoice />
        <Cells texts={texts} />
        <Files texts={texts} />
      </div>
    </dialog>
  );
};
