/** Opens what can be changed, beside the switch that turns the stage. */
import { Pencil } from 'lucide-react';
import { useFrame } from '../frame/index.ts';
import { changesTextsOf } from '../i18n/index.ts';
import { Sentence } from '../ui/index.ts';
import styles from './changes.module.css';
import { OrientationButton } from './Orientation.tsx';

export const ChangeButton = ({ onPress }: { readonly onPress: () => void }): React.ReactNode => {
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  return (
    <>
      <button
        type="button"
        className={styles['change']}
        onClick={onPress}
        aria-label={texts.change}
        title={texts.change}
        aria-keyshortcuts="e"
      >
        <Pencil aria-hidden="true" />
        <span>{texts.change}</span>
      </button>
      <OrientationButton />
    </>
  );
};

/** The sentence itself, where there is no room for a button of its own. */
export const SentenceButton = ({ onPress }: { readonly onPress: () => void }): React.ReactNode => {
  const { language } = useFrame();
  const texts = changesTextsOf(language);
  return (
    <button
      type="button"
      className={styles['sentence']}
      onClick={onPress}
      aria-label={texts.change}
    >
      <Sentence />
    </button>
  );
};
