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
import { Figure } from './Figure.tsx';
import { Inspector } from './LazyInspector.tsx';
import styles from './Reader.module.css';

const phoneWidth = 600;

type Tab = 'text' | 'sums';

/** Text until a cell is chosen, then its arithmetic; the tab the reader picks wins until they move on. */
const Sheet = (): React.ReactNode => {
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
      {tab === 'text' ? <Narration titled={false} /> : <Inspector />}
    </div>
  );
};

/** What the figure shows, in a sentence. */
const Caption = (): React.ReactNode => {
  const step = useDrawn((state) => state.step);
  const { caption } = useFrame().messages.narration[step];
  return <Texts paragraphs={[{ text: caption, className: styles['caption'] }]} />;
};

export const Reader = (tools: HeaderProps): React.ReactNode => {
  const { width } = useScreen();
  // A scene without cells has nothing to inspect, and takes the room.
  const hasCell = useDrawn((state) => selectActiveCell(state) !== null);
  if (width < phoneWidth)
    return (
      <div className={styles['phone']}>
        <Header {...tools} />
        <PipelineMap />
        <main className={styles['scroll']}>
          <div className={styles['heading']}>
            <StepTitle />
            <StepFormula />
          </div>
          <div className={styles['bar']}>
            <Toolbar spare />
          </div>
          <Figure caption={<Caption />} />
          <Sheet />
        </main>
        <Stepper />
      </div>
    );
  return (
    <div className={styles['reader']}>
      <Header {...tools} />
      <PipelineMap />
      <main className={styles['body']} data-wide={hasCell ? undefined : ''}>
        <div className={styles['note']}>
          <Narration />
        </div>
        <div className={styles['scene']}>
          <Toolbar />
          <Figure caption={<Caption />} />
        </div>
        {hasCell && (
          <div className={styles['inspector']}>
            <Inspector />
          </div>
        )}
      </main>
      <Stepper />
    </div>
  );
};
