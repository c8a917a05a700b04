/** The training room: start from random parameters and watch loss, attention and predictions form. */
import { useEffect, useMemo, useState } from 'react';
import { ArrowLeft } from 'lucide-react';
import { useAppStore, useFrame } from '../frame/index.ts';
import { trainingTextsOf } from '../i18n/index.ts';
import { LanguageButton, ThemeButton } from '../ui/index.ts';
import { Adopting } from './train/Adopting.tsx';
import { Answers } from './train/Answers.tsx';
import { CorpusEditor } from './train/CorpusEditor.tsx';
import { Driving } from './train/Driving.tsx';
import { LossChart } from './train/LossChart.tsx';
import { Patterns } from './train/Patterns.tsx';
import { RoomProvider, type Room } from './train/room.ts';
import { sessionOf } from './train/session.ts';
import { createTrainer } from './train/trainer.ts';
import styles from './Train.module.css';

/** The room as long as it is open; leaving it pauses the run and ends the worker. */
const useRoomValue = (): Room => {
  const store = useAppStore();
  const { language } = useFrame();
  const session = sessionOf(store);
  const [trainer] = useState(createTrainer);
  useEffect(
    () => () => {
      session.getState().pause();
      trainer.end();
    },
    [session, trainer],
  );
  return useMemo(
    () => ({ session, trainer, texts: trainingTextsOf(language) }),
    [session, trainer, language],
  );
};

export const Train = ({ onLeave }: { readonly onLeave: () => void }): React.ReactNode => {
  const room = useRoomValue();
  const { texts } = room;
  return (
    <RoomProvider value={room}>
      <div className={styles['room']}>
        <header className={styles['header']}>
          <button type="button" onClick={onLeave} aria-label={texts.back}>
            <ArrowLeft aria-hidden="true" />
            <span>{texts.back}</span>
          </button>
          <h1>{texts.title}</h1>
          <div className={styles['tools']}>
            <LanguageButton />
            <ThemeButton />
          </div>
        </header>
        <main className={styles['body']}>
          <div className={styles['drive']}>
            <p className={styles['lead']}>{texts.lead}</p>
            <Driving />
            <Adopting onLeave={onLeave} />
            <CorpusEditor />
          </div>
          <div className={styles['watch']}>
            <LossChart />
            <Patterns />
          </div>
          <Answers />
        </main>
      </div>
    </RoomProvider>
  );
};
