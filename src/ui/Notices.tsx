/** Short messages that do not block: a link that could not be used whole, a model used as it was never trained. */
import { X } from 'lucide-react';
import { useAppState, useFrame } from '../frame/index.ts';
import styles from './Notices.module.css';

/** Others may have something to say in the same region: `children` gets the look of a notice. */
export const Notices = ({
  children,
}: {
  readonly children?: (className: string | undefined) => React.ReactNode;
}): React.ReactNode => {
  const { rejected, dismissRejected } = useAppState();
  const { messages } = useFrame();
  return (
    <div className={styles['notices']} role="status" aria-live="polite">
      {rejected.length > 0 && (
        <p className={styles['notice']} data-notice="link">
          <span>{messages.ui.rejected(rejected.join(', '))}</span>
          <button type="button" onClick={dismissRejected} aria-label={messages.ui.dismiss}>
            <X aria-hidden="true" />
          </button>
        </p>
      )}
      {children?.(styles['notice'])}
    </div>
  );
};
