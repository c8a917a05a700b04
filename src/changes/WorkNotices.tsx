/** What is said of changes: that they are back, that they wait, that they cannot be kept; and, to who listens, what the last one did. */
import { useEffect, useRef, useState } from 'react';
import { X } from 'lucide-react';
import { useApp, useAppStore, useFrame } from '../frame/index.ts';
import { changesTextsOf, type ChangesTexts } from '../i18n/index.ts';
import type { AppStore, CellEdit, Store } from '../store/index.ts';
import { matrixSymbols } from '../walkthrough/index.ts';
import { numeral } from '../viz/index.ts';
import styles from './changes.module.css';
import { editOf, ownCellValue } from './edits.ts';
import { readWork } from './link.ts';
import { rippleOf } from './ripple.ts';

/** How long nothing may change before it is said. */
const settle = 400;

const valueOf = (state: Store, place: CellEdit): number =>
  editOf(state.edits, place)?.value ?? ownCellValue(state, place) ?? 0;

/** What changed between two states, in a sentence or two. */
const said = (texts: ChangesTexts, before: Store, now: Store): string => {
  const parts: string[] = [];
  if (before.tokens !== now.tokens) parts.push(texts.said.tokens(now.tokens.join('')));
  const places = [...now.edits, ...before.edits].filter(
    (place, index, all) =>
      valueOf(before, place) !== valueOf(now, place) &&
      all.findIndex(
        ({ matrix, row, col }) => matrix === place.matrix && row === place.row && col === place.col,
      ) === index,
  );
  // Of many at once only their number can be followed.
  if (places.length === 1)
    for (const place of places) {
      const indices = [place.row + 1, place.col + 1];
      if (now.orientation === 'columns') indices.reverse();
      const name = `${matrixSymbols[place.matrix]} ${indices.join(', ')}`;
      parts.push(
        texts.said.cell(name, numeral(valueOf(before, place)), numeral(valueOf(now, place))),
      );
    }
  const count = rippleOf(now).reduce((sum, ripple) => sum + ripple.count, 0);
  parts.push(texts.said.changed(Math.max(0, count - places.length)));
  return parts.join(' ');
};

const useSaid = (store: AppStore, texts: ChangesTexts): string => {
  const [text, setText] = useState('');
  const before = useRef(store.getState());
  useEffect(() => {
    let waiting = 0;
    const say = (): void => {
      const now = store.getState();
      // After a step from place to place nothing of the kind is said.
      if (now.past !== before.current.past && now.base !== null)
        setText(said(texts, before.current, now));
      before.current = now;
    };
    const unsubscribe = store.subscribe((now, last) => {
      if (now.side !== last.side) setText(texts.said.side[now.side]);
      if (now.past === last.past && now.edits === last.edits) return;
      clearTimeout(waiting);
      waiting = window.setTimeout(say, settle);
    });
    return () => {
      unsubscribe();
      clearTimeout(waiting);
    };
  }, [store, texts]);
  return text;
};

/** In the page's one polite region. */
export const WorkNotices = ({
  onForget,
  className,
}: {
  readonly onForget: () => void;
  readonly className?: string | undefined;
}): React.ReactNode => {
  const store = useAppStore();
  const keeping = useApp((state) => state.keeping);
  const { language, messages } = useFrame();
  const texts = changesTextsOf(language);
  const text = useSaid(store, texts);
  const done = (): void => store.setState({ keeping: null });
  const bringBack = (work: string): void => {
    store.getState().open(readWork(work));
    done();
  };
  return (
    <>
      <span className={styles['said']} data-said="">
        {text}
      </span>
      {keeping && (
        <p className={className} data-notice={`work-${keeping.kind}`}>
          <span>{texts[keeping.kind]}</span>
          {keeping.kind === 'restored' && (
            <button
              type="button"
              className={styles['word']}
              onClick={() => {
                store.getState().startOver();
                done();
              }}
            >
              {texts.startOver}
            </button>
          )}
          {keeping.kind === 'waiting' && (
            <>
              <button
                type="button"
                className={styles['word']}
                onClick={() => bringBack(keeping.work)}
              >
                {texts.bringBack}
              </button>
              <button
                type="button"
                className={styles['word']}
                onClick={() => {
                  onForget();
                  done();
                }}
              >
                {texts.forget}
              </button>
            </>
          )}
          <button type="button" onClick={done} aria-label={messages.ui.dismiss}>
            <X aria-hidden="true" />
          </button>
        </p>
      )}
    </>
  );
};
