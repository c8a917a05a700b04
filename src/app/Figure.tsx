/** The stage with its caption, and a fallback where a scene fails: one broken picture must not take the page down. */
import { ErrorBoundary } from 'react-error-boundary';
import { useDrawn, useFrame } from '../frame/index.ts';
import { Scene } from '../scenes/index.ts';
import { RichText, Scrubber } from '../ui/index.ts';
import styles from './Figure.module.css';
import { usePreloadedInspector } from './LazyInspector.tsx';

const Failed = ({
  resetErrorBoundary,
}: {
  readonly resetErrorBoundary: () => void;
}): React.ReactNode => {
  const { messages } = useFrame();
  return (
    <div role="alert" className={styles['failed']}>
      <p>{messages.ui.crashed}</p>
      <button type="button" onClick={resetErrorBoundary}>
        {messages.ui.retry}
      </button>
    </div>
  );
};

export const Figure = ({ caption = true }: { readonly caption?: boolean }): React.ReactNode => {
  const step = useDrawn((state) => state.step);
  const { messages } = useFrame();
  usePreloadedInspector();
  const text = messages.narration[step];
  return (
    <figure className={styles['figure']}>
      <ErrorBoundary FallbackComponent={Failed} resetKeys={[step]}>
        <Scene label={`${messages.ui.stage}: ${text.title}`} />
      </ErrorBoundary>
      {caption && (
        <figcaption className={styles['foot']}>
          <Scrubber />
          <span className={styles['caption']}>
            <RichText text={text.caption} />
          </span>
        </figcaption>
      )}
    </figure>
  );
};
