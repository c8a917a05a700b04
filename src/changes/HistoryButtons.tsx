/** Undo and redo, where there is something to, and what the last change changed. */
import { EyeOff, Pin, Redo2, Undo2, X } from 'lucide-react';
import { useAppStore, useFrame, useStillState } from '../frame/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import { Segmented } from '../ui/index.ts';
import styles from './changes.module.css';
import { rippleOf } from './ripple.ts';

export const HistoryButtons = (): React.ReactNode => {
  const store = useAppStore();
  const state = useStillState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  const { past, future, base, held, probe } = state;
  if (past.length === 0 && future.length === 0 && !held && !probe) return null;
  const count = rippleOf(state).reduce((sum, ripple) => sum + ripple.count, 0);
  const isMarked = held === null && (probe ?? base) !== null && count > 0;
  const marked = probe ? texts.depends(count) : texts.marked(count);
  return (
    <div className={styles['history']} role="group" aria-label={texts.title} data-history="">
      <button
        type="button"
        onClick={state.undo}
        disabled={past.length === 0}
        aria-label={texts.undo}
        title={`${texts.undo} (Ctrl+Z)`}
        aria-keyshortcuts="Control+Z"
      >
        <Undo2 aria-hidden="true" />
      </button>
      <button
        type="button"
        onClick={state.redo}
        disabled={future.length === 0}
        aria-label={texts.redo}
        title={`${texts.redo} (Ctrl+Shift+Z)`}
        aria-keyshortcuts="Control+Shift+Z"
      >
        <Redo2 aria-hidden="true" />
      </button>
      {isMarked && (
        <button
          type="button"
          className={styles['marks']}
          onClick={() => store.setState(probe ? { probe: null } : { base: null })}
          aria-label={`${marked}; ${texts.hideMarks}`}
          title={`${marked} · ${texts.hideMarks}`}
        >
          Δ {count}
          <EyeOff aria-hidden="true" />
        </button>
      )}
      {held === null ? (
        <button type="button" onClick={state.hold} aria-label={texts.hold} title={texts.hold}>
          <Pin aria-hidden="true" />
        </button>
      ) : (
        <Compare count={count} />
      )}
    </div>
  );
};

/** Two states, one shown, on one colour scale; their difference is marked. */
const Compare = ({ count }: { readonly count: number }): React.ReactNode => {
  const { side, show, release } = useStillState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  return (
    <>
      <Segmented
        label={texts.compare}
        hideLabel
        value={side}
        options={[
          { value: 'a', text: 'A' },
          { value: 'b', text: 'B' },
          { value: 'diff', text: 'B − A' },
        ]}
        onChange={show}
      />
      <span title={texts.differ(count)} data-differ={count}>
        Δ {count}
      </span>
      <button type="button" onClick={release} aria-label={texts.release} title={texts.release}>
        <X aria-hidden="true" />
      </button>
    </>
  );
};
