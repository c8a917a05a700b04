/** The reader's layout: note, stage, inspector on a wide screen; one below the other on a phone, with the note and the arithmetic as tabs. */
import { useState } from 'react';
import { useApp, useDrawn, useFrame, useScreen } from '../frame/index.ts';
import { selectActiveCell } from '../store/index.ts';
import {
  Header,
  Narration,
  PipelineMap,
  Segmented,
  StepFormula,
  Stepper,
  StepTitle,
  Texts,
  Toolbar,
  type HeaderProps,
} from '../ui/index.ts';
import type { InspectorProps } from '../ui/inspector/Inspector.tsx';
import { Figure } from './Figure.tsx';
import { Inspector } from './LazyInspector.tsx';
import styles from './Reader.module.css';
import type { Changes } from './useChanges.ts';

const phoneWidth = 600;

type Tab = 'text' | 'sums';

/** Text until a cell is chosen, then its arithmetic; the tab the reader picks wins until they move on. */
const Sheet = ({ field }: Pick<InspectorProps, 'field'>): React.ReactNode => {
  const { messages } = useFrame();
  const step = useApp((state) => state.step);
  const picked = useApp((state) => state.pinned !== null);
  const [choice, setChoice] = useState<{
    readonly tab: Tab;
    readonly step: string;
    readonly picked: boolean;
  } | null>(null);
  const byItself = picked ? 'sums' : 'text';
  const tab = choice?.step === step && choice.picked === picked ? choice.tab : byItself;
  return (
    <div className={styles['sheet']}>
      <Segmented
        label={messages.ui.narration}
        hideLabel
        value={tab}
        options={[
          { value: 'text', text: messages.ui.tabs.text },
          { value: 'sums', text: messages.ui.tabs.sums },
        ]}
        onChange={(next) => setChoice({ tab: next, step, picked })}
      />
      {tab === 'text' ? <Narration titled={false} /> : <Inspector field={field} />}
    </div>
  );
};

/** What the figure shows, in a sentence. */
const Caption = (): React.ReactNode => {
  const step = useDrawn((state) => state.step);
  const { caption } = useFrame().messages.narration[step];
  return <Texts paragraphs={[{ text: caption, className: styles['caption'] }]} />;
};

export interface ReaderProps extends HeaderProps {
  /** What readers change with; null until it is there. */
  readonly changes?: Changes | null;
  /** Opens what can be changed. */
  readonly onChange?: () => void;
}

export const Reader = ({ changes = null, onChange, ...tools }: ReaderProps): React.ReactNode => {
  const change = changes && onChange && <changes.ChangeButton onPress={onChange} />;
  const history = changes && <changes.HistoryButtons />;
  const knobs = changes && <changes.Knobs />;
  const field = changes?.CellField;
  const { width } = useScreen();
  // A scene without cells has nothing to inspect, and takes the room.
  const hasCell = useDrawn((state) => selectActiveCell(state) !== null);
  if (width < phoneWidth)
    return (
      <div className={styles['phone']}>
        <Header
          {...tools}
          sentence={changes && onChange && <changes.SentenceButton onPress={onChange} />}
        />
        <PipelineMap />
        <main className={styles['scroll']}>
          <div className={styles['heading']}>
            <StepTitle />
            <StepFormula />
          </div>
          <div className={styles['bar']}>
            <Toolbar
              spare
              extra={
                <>
                  {knobs}
                  {history}
                </>
              }
            />
          </div>
          <Figure caption={<Caption />} />
          <Sheet field={field} />
        </main>
        <Stepper />
      </div>
    );
  return (
    <div className={styles['reader']}>
      <Header {...tools} change={change} history={history} />
      <PipelineMap />
      <main className={styles['body']} data-wide={hasCell ? undefined : ''}>
        <div className={styles['note']}>
          <Narration />
        </div>
        <div className={styles['scene']}>
          <Toolbar extra={knobs} />
          <Figure caption={<Caption />} />
        </div>
        {hasCell && (
          <div className={styles['inspector']}>
            <Inspector field={field} />
          </div>
        )}
      </main>
      <Stepper />
    </div>
  );
};
