/** The top bar: the sentence as chips, what follows it, language, theme and presenting. */
import {
  BookA,
  CircleQuestionMark,
  Languages,
  Monitor,
  Moon,
  Presentation,
  Sun,
  SunMoon,
} from 'lucide-react';
import { useStillState, useFrame } from '../frame/index.ts';
import {
  predictionsOf,
  selectDepartures,
  selectPredicts,
  selectTrace,
  themes,
  type Prediction,
  type Theme,
} from '../store/index.ts';
import { percent, tokenHue } from '../viz/index.ts';
import styles from './Header.module.css';

/** The sentence, and a gap for the character that is asked for. */
export const Sentence = (): React.ReactNode => {
  const { tokens } = useStillState();
  const { palette, messages } = useFrame();
  return (
    <div
      className={styles['sentence']}
      role="group"
      aria-label={messages.ui.sentence}
      style={{ '--tokens': tokens.length } as React.CSSProperties}
    >
      {tokens.map((token, index) => (
        <span
          key={`${index}${token}`}
          className={styles['chip']}
          style={{ '--hue': tokenHue(palette, index) } as React.CSSProperties}
        >
          {token}
        </span>
      ))}
      <span className={styles['arrow']} aria-hidden="true" />
      <span className={styles['asked']} aria-hidden="true">
        ?
      </span>
    </div>
  );
};

const Candidate = ({
  prediction,
  first,
}: {
  prediction: Prediction;
  first: boolean;
}): React.ReactNode => (
  <li className={first ? styles['first'] : undefined}>
    <b>{prediction.token}</b>
    <span>{percent(prediction.probability)}</span>
    <svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={3} className={styles['track']} />
      <rect width={prediction.probability * 100} height={3} className={styles['bar']} />
    </svg>
  </li>
);

/** Says that the model is not used as it was trained, and in which ways. */
const NotAsTrained = (): React.ReactNode => {
  const state = useStillState();
  const { ui } = useFrame().messages;
  const departures = selectDepartures(state);
  if (departures.length === 0) return null;
  const said = departures.map((departure) => ui.departures[departure]).join(', ');
  return (
    <span className={styles['departed']} title={said} data-departures={departures.join(' ')}>
      {ui.notAsTrained}
    </span>
  );
};

/** The most probable next characters, from the last row; beyond the model's context there are none. */
export const NextToken = ({ count = 5 }: { readonly count?: number }): React.ReactNode => {
  const state = useStillState();
  const { messages } = useFrame();
  if (!selectPredicts(state))
    return (
      <div className={styles['next']}>
        <span className={styles['departed']} data-unpredicted="">
          {messages.ui.noPredictionShort}
        </span>
      </div>
    );
  const trace = selectTrace(state);
  const predictions = predictionsOf(state.vocabulary, trace, trace.x.rows - 1, count);
  return (
    <div className={styles['next']}>
      <ol aria-label={messages.ui.nextToken}>
        {predictions.map((prediction, index) => (
          <Candidate key={prediction.token} prediction={prediction} first={index === 0} />
        ))}
      </ol>
      <NotAsTrained />
    </div>
  );
};

const themeIcons: Readonly<Record<Theme, typeof Sun>> = {
  auto: SunMoon,
  light: Sun,
  dark: Moon,
  projector: Monitor,
};

export const ThemeButton = (): React.ReactNode => {
  const { theme, setTheme } = useStillState();
  const { messages } = useFrame();
  const Icon = themeIcons[theme];
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <button
      type="button"
      onClick={() => setTheme(next)}
      aria-label={`${messages.ui.theme}: ${messages.ui.themes[theme]}`}
      title={`${messages.ui.theme}: ${messages.ui.themes[theme]}`}
    >
      <Icon aria-hidden="true" />
      <span className={styles['wide']}>{messages.ui.themes[theme]}</span>
    </button>
  );
};

export const LanguageButton = (): React.ReactNode => {
  const { language, setLanguage } = useStillState();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" lang={other} onClick={() => setLanguage(other)}>
      <Languages aria-hidden="true" />
      {language === 'en' ? '中文' : 'EN'}
    </button>
  );
};

const GlossaryButton = ({ onOpen }: { readonly onOpen: () => void }): React.ReactNode => {
  const { ui } = useFrame().messages;
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={ui.glossary}
      title={ui.glossary}
      aria-keyshortcuts="g"
    >
      <BookA aria-hidden="true" />
      <span className={styles['wide']}>{ui.glossary}</span>
    </button>
  );
};

/** How the page is explained: a button that begins it, marked for who has not seen it. */
export interface Help {
  readonly onPress: () => void;
  readonly isNew: boolean;
  /** Where the focus goes when it is over. */
  readonly button: React.Ref<HTMLButtonElement>;
}

export interface HeaderProps {
  /** Stands in the place of the sentence. */
  readonly sentence?: React.ReactNode;
  /** The button that opens what can be changed. */
  readonly change?: React.ReactNode;
  /** Undo and redo. */
  readonly history?: React.ReactNode;
  readonly onGlossary: () => void;
  readonly onPresent: () => void;
  /** null where there is none to be had. */
  readonly help?: Help | null;
}

const HelpButton = ({ onPress, isNew, button }: Help): React.ReactNode => {
  const { messages } = useFrame();
  return (
    <button
      type="button"
      ref={button}
      onClick={onPress}
      className={styles['help']}
      data-new={isNew ? '' : undefined}
      aria-label={messages.ui.tour}
      title={messages.ui.tour}
    >
      <CircleQuestionMark aria-hidden="true" />
    </button>
  );
};

const Tools = ({ change, history, onGlossary, onPresent, help }: HeaderProps): React.ReactNode => {
  const { messages } = useFrame();
  return (
    <div className={styles['tools']}>
      {history}
      {change}
      <LanguageButton />
      <ThemeButton />
      <GlossaryButton onOpen={onGlossary} />
      <button type="button" onClick={onPresent} aria-label={messages.ui.present}>
        <Presentation aria-hidden="true" />
        <span className={styles['wide']}>{messages.ui.present}</span>
      </button>
      {help && <HelpButton {...help} />}
    </div>
  );
};

export const Header = (props: HeaderProps): React.ReactNode => {
  const { messages } = useFrame();
  return (
    <header className={styles['header']}>
      <p className={styles['brand']}>
        <strong>{messages.ui.title}</strong>
        <span>{messages.ui.subtitle}</span>
      </p>
      <div className={styles['strip']}>
        {props.sentence ?? <Sentence />}
        <NextToken />
      </div>
      <Tools {...props} />
    </header>
  );
};
