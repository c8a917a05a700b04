/** Undo and redo, where there is something to, and what the last change changed. */
import { EyeOff, Redo2, Undo2 } from 'lucide-react';
import { useAppStore, useFrame, useStillState } from '../frame/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import styles from './changes.module.css';
import { rippleOf } from './ripple.ts';
import { useScrubbing } from './useScrubbing.ts';

export const HistoryButtons = (): React.ReactNode => {
  const store = useAppStore();
  const state = useStillState();
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  useScrubbing();
  const { past, future, base } = state;
  if (past.length === 0 && future.length === 0) return null;
  const count = rippleOf(state).reduce((sum, ripple) => sum + ripple.count, 0);
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
      {base !== null && count > 0 && (
        <button
          type="button"
          className={styles['marks']}
          onClick={() => store.setState({ base: null })}
          aria-label={`${texts.marked(count)}; ${texts.hideMarks}`}
          title={`${texts.marked(count)} · ${texts.hideMarks}`}
        >
          Δ {count}
          <EyeOff aria-hidden="true" />
        </button>
      )}
    </div>
  );
};
