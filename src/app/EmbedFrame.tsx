/** One figure for somebody's page: the stage, its small controls, and the value of the chosen cell beside it where there is room. */
import { useEffect, useRef } from 'react';
import { ExternalLink } from 'lucide-react';
import { FrameProvider, useApp, useAppStore, useDrawn, useFrame, useSize } from '../frame/index.ts';
import { wholeCodec } from '../changes/link.ts';
import { selectActiveCell } from '../store/index.ts';
import type { Control } from '../walkthrough/index.ts';
import {
  BeatSwitch,
  Notices,
  Scrubber,
  StepButtons,
  StepCount,
  StepFormula,
  Toolbar,
} from '../ui/index.ts';
import { bindKeys } from './keys.ts';
import { reportHeight, tellHost } from './embed-protocol.ts';
import { Figure } from './Figure.tsx';
import { Inspector } from './LazyInspector.tsx';
import styles from './EmbedFrame.module.css';
import { useDocument } from './useDocument.ts';
import { usePlay } from './usePlay.ts';
import { useTurning } from './useTurning.ts';

/** Narrower frames have no room for a column beside the figure. */
const widthForSide = 560;

/** Narrower ones have no room for a row of stops in their footer. */
const widthForRow = 420;

/** What a small frame has room for beside its figure. */
const embedControls: readonly Control[] = ['head', 'heads', 'scaled', 'causal'];

/** The stage's height follows the width, never the frame's height, so that a host can set the height from it. */
const stageHeight = (width: number): number =>
  width < 400 ? 376 : Math.min(640, Math.max(330, Math.round(width * 0.612)));

/** The same state on the full page; relative, so that it leads to wherever the figure is served from. */
const PageLink = (): React.ReactNode => {
  const { messages } = useFrame();
  const href = useApp((state) => `./index.html${wholeCodec.write(state)}`);
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      className={styles['link']}
      aria-label={messages.ui.openTab}
    >
      <span>{messages.ui.title}</span>
      <ExternalLink aria-hidden="true" />
    </a>
  );
};

const Content = (): React.ReactNode => {
  const store = useAppStore();
  const { messages } = useFrame();
  const wrapper = useRef<HTMLDivElement>(null);
  const size = useSize(wrapper);
  const step = useDrawn((state) => state.step);
  const beat = useDrawn((state) => state.beat);
  useDocument();
  usePlay();
  useEffect(() => {
    const element = wrapper.current;
    if (!element) return undefined;
    tellHost({ type: 'ready' });
    return reportHeight(element);
  }, []);
  useEffect(() => tellHost({ type: 'step', step }), [step]);
  useEffect(() => {
    const nothing = (): void => undefined;
    return bindKeys(window, store, {
      present: nothing,
      glossary: nothing,
      change: nothing,
      leave: nothing,
      black: nothing,
    });
  }, [store]);
  const hasCell = useDrawn((state) => selectActiveCell(state) !== null);
  const width = size?.width ?? 0;
  const side = width >= widthForSide && hasCell;
  return (
    <div
      ref={wrapper}
      className={styles['wrapper']}
      data-step={step}
      data-beat={beat}
      data-view="embed"
    >
      <main
        className={styles['body']}
        data-side={side ? '' : undefined}
        style={{ minHeight: stageHeight(width) }}
      >
        <Figure />
        {side && (
          <div className={styles['side']}>
            <div className={styles['column']}>
              <StepFormula />
              <Toolbar spare only={embedControls} />
              <Inspector legend={false} />
            </div>
          </div>
        )}
      </main>
      <footer className={styles['footer']}>
        <Scrubber line />
        <StepButtons beats />
        <StepCount />
        {!side && <BeatSwitch mostInRow={width < widthForRow ? 1 : 3} />}
        <p className={styles['title']}>{messages.narration[step].title}</p>
        <PageLink />
      </footer>
      <Notices />
    </div>
  );
};

export const EmbedFrame = (): React.ReactNode => (
  <FrameProvider kind="embed" turning={useTurning()}>
    <Content />
  </FrameProvider>
);
