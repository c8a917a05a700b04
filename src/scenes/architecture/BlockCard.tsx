/** What the chosen block does, where it is in our own pipeline, and the ways on: into it, out of it, to the step that shows it. */
import { ArrowRight, X } from 'lucide-react';
import { useAppStore, useFrame, wantsNoMotion } from '../../frame/index.ts';
import { figureTextsOf } from '../../i18n/index.ts';
import { currentBeat, selectBlock } from '../../store/index.ts';
import {
  beatIndex,
  blockOf,
  insideOf,
  openedAt,
  stepIndex,
  type Block,
} from '../../walkthrough/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import styles from './Architecture.module.css';
import { cardLayout } from './card-layout.ts';

const useTexts = (): ReturnType<typeof figureTextsOf> => {
  const { language, say } = useFrame();
  return say(figureTextsOf(language));
};

/** Into the block, where it can be opened; out again, where it is. */
const ZoomButton = ({ block }: { readonly block: Block }): React.ReactNode => {
  const store = useAppStore();
  const { state } = useStage();
  const texts = useTexts();
  const stop = currentBeat(state).id;
  const inside = insideOf(block.id);
  if (openedAt(stop)?.id === block.id)
    return (
      <button type="button" onClick={() => store.getState().goToBeat(Math.max(0, state.beat - 1))}>
        {texts.zoomOut}
      </button>
    );
  if (inside === undefined) return null;
  const beat = beatIndex('architecture', inside);
  const open = (): void => {
    if (wantsNoMotion()) store.getState().goToBeat(beat);
    else store.getState().playBeat(beat);
  };
  return (
    <button type="button" onClick={open}>
      {texts.zoomIn}
    </button>
  );
};

const Chosen = ({ block }: { readonly block: Block }): React.ReactNode => {
  const { state, messages } = useStage();
  const texts = useTexts();
  const { ui, narration } = messages;
  const { kind, opens, nodes, beat } = block;
  return (
    <>
      <h2>{ui.blocks[kind]}</h2>
      <p>{texts.blocks[kind]}</p>
      {nodes.length === 0 && <p>{texts.notInPipeline}</p>}
      <div className={styles['ways']}>
        <ZoomButton block={block} />
        <button type="button" onClick={() => state.goTo(opens, beatIndex(opens, beat))}>
          {texts.toStep(stepIndex(opens) + 1, narration[opens].title)}
          <ArrowRight aria-hidden="true" />
        </button>
      </div>
    </>
  );
};

export const BlockCard = (): React.ReactNode => {
  const { size, state, metrics } = useStage();
  const texts = useTexts();
  const { card } = cardLayout(size, metrics, useFrame().kind);
  const chosen = selectBlock(state);
  const shared = {
    className: styles['card'],
    'aria-label': texts.blockCard,
    'aria-live': 'polite',
  } as const;
  if (card) {
    const { x, y, width, height } = card;
    // Before a block is chosen, it is the one that the figure is about.
    const block = chosen ?? blockOf('attention');
    return (
      <aside {...shared} style={{ left: x, top: y, width, height, fontSize: metrics.small }}>
        {block && <Chosen block={block} />}
        <p className={styles['hint']}>{texts.chooseBlock}</p>
      </aside>
    );
  }
  if (state.block === null || !chosen) return null;
  return (
    <aside {...shared} data-over="" style={{ fontSize: metrics.small }}>
      <button
        type="button"
        className={styles['close']}
        aria-label={texts.close}
        onClick={() => state.chooseBlock(null)}
      >
        <X aria-hidden="true" />
      </button>
      <Chosen block={chosen} />
    </aside>
  );
};
