/** The stage with its caption, and a fallback where a scene fails: one broken picture must not take the page down. */
import { ErrorBoundary } from 'react-error-boundary';
import { useDrawn, useFrame } from '../frame/index.ts';
import { Scene } from '../scenes/index.ts';
import { Scrubber } from '../ui/index.ts';
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

/** With a caption, it has the line of time beside it. */
export const Figure = ({ caption }: { readonly caption?: React.ReactNode }): React.ReactNode => {
  const step = useDrawn((state) => state.step);
  const { messages } = useFrame();
  usePreloadedInspector();
  return (
    <figure className={styles['figure']}>
      <ErrorBoundary FallbackComponent={Failed} resetKeys={[step]}>
        <Scene label={`${messages.ui.stage}: ${messages.narration[step].title}`} />
      </ErrorBoundary>
      {caption !== undefined && (
        <figcaption className={styles['foot']}>
          <Scrubber />
          {caption}
        </figcaption>
      )}
    </figure>
  );
};
