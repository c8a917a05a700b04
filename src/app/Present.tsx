/** The present view: one idea a screen, huge, without prose; remote clickers step through beats, then steps. */
import { useApp, useFrame, useScreen } from '../frame/index.ts';
import {
  Chapters,
  NextToken,
  Scrubber,
  Sentence,
  Shapes,
  StepButtons,
  StepCount,
  StepFormula,
  StepTitle,
} from '../ui/index.ts';
import type { InspectorProps } from '../ui/inspector/Inspector.tsx';
import { Figure } from './Figure.tsx';
import { Inspector } from './LazyInspector.tsx';
import styles from './Present.module.css';

export const Present = ({
  black,
  field,
  onLeave,
}: Pick<InspectorProps, 'field'> & {
  readonly black: boolean;
  readonly onLeave: () => void;
}): React.ReactNode => {
  const { messages } = useFrame();
  const { width, height } = useScreen();
  const beat = useApp((state) => state.beat);
  // All sizes follow the screen, so that the back row reads the same share of it on any projector.
  const scale = Math.min(height / 1080, width / 1440);
  return (
    <div
      className={styles['present']}
      style={{ '--u': `${Math.max(scale, 0.42)}px` } as React.CSSProperties}
    >
      <header className={styles['header']}>
        <Sentence />
        <NextToken />
        <button type="button" className={styles['leave']} onClick={onLeave}>
          {messages.ui.leavePresent} <kbd>Esc</kbd>
        </button>
      </header>
      <main className={styles['body']}>
        <Figure />
        <div className={styles['text']} key={beat}>
          <StepTitle />
          <div className={styles['formula']}>
            <StepFormula />
            <Shapes />
          </div>
          <Inspector legend={false} field={field} />
        </div>
      </main>
      <footer className={styles['footer']}>
        <StepButtons beats />
        <div className={styles['scrubber']}>
          <Scrubber />
        </div>
        <Chapters />
        <StepCount />
      </footer>
      {black && (
        <div
          className={styles['black']}
          role="img"
          aria-label={messages.ui.blackScreen}
          data-black=""
        />
      )}
    </div>
  );
};
