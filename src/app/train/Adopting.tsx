/** Takes the run's parameters home to the page, or gives the page ours again. */
import { trainedParameters, trainedVocabulary } from '../../example/index.ts';
import { useApp, useAppStore } from '../../frame/index.ts';
import { roundedParameters } from '../../training/index.ts';
import { useRoom, useSession } from './room.ts';
import styles from './Adopting.module.css';
import controls from './controls.module.css';

export const Adopting = ({ onLeave }: { readonly onLeave: () => void }): React.ReactNode => {
  const store = useAppStore();
  const { session, texts } = useRoom();
  const origin = useApp((state) => state.origin);
  const running = useSession((state) => state.running);
  const adopt = (): void => {
    const { run, material } = session.getState();
    store
      .getState()
      .adopt(
        { parameters: roundedParameters(run.parameters), vocabulary: material.vocabulary },
        { kind: 'room', steps: run.losses.length },
      );
  };
  const toPrediction = (): void => {
    store.getState().goTo('prediction');
    onLeave();
  };
  const backToOurs = (): void =>
    store
      .getState()
      .adopt({ parameters: trainedParameters(), vocabulary: trainedVocabulary }, { kind: 'ours' });
  return (
    <section className={styles['adopting']}>
      <div className={controls['buttons']}>
        <button type="button" disabled={running} onClick={adopt}>
          {texts.adopt}
        </button>
        <button type="button" disabled={origin.kind === 'ours'} onClick={backToOurs}>
          {texts.backToOurs}
        </button>
      </div>
      <p>{texts.adoptHint}</p>
      <p role="status" data-origin={origin.kind}>
        {origin.kind === 'ours' ? texts.ours : texts.adopted(origin.steps)}{' '}
        <button type="button" className={styles['leave']} onClick={toPrediction}>
          {texts.backToPrediction}
        </button>
      </p>
    </section>
  );
};
