/** A station of the chain, opened: the way back above it, its own picture, and what has to be said of a prediction below. */
import type { Box } from '../../viz/index.ts';
import { currentBeat, selectPredicts } from '../../store/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { Turnable } from '../stage/Turnable.tsx';
import styles from './Opened.module.css';
import { useStage } from '../stage/StageContext.tsx';
import { FeedForward } from './FeedForward.tsx';
import { NoAnswer } from './NoAnswer.tsx';
import { firstNorm, Norm, secondNorm } from './Norm.tsx';
import { noticeLines } from './notice.ts';
import { OutputLayer } from './OutputLayer.tsx';
import { Trail, trailLayout } from './Trail.tsx';
import type { Pressing } from './useFocusAfterPress.ts';

const Picture = ({ stop, box }: { readonly stop: string; readonly box: Box }): React.ReactNode => {
  const { state } = useStage();
  switch (stop) {
    case 'norm1':
      return <Norm {...box} norm={firstNorm} />;
    case 'norm2':
      return <Norm {...box} norm={secondNorm} />;
    case 'feed-forward':
      return <FeedForward {...box} />;
    default:
      return selectPredicts(state) ? <OutputLayer {...box} /> : <NoAnswer {...box} />;
  }
};

export const Opened = (pressing: Pressing): React.ReactNode => {
  const { size, metrics, state, messages } = useStage();
  const { id: stop } = currentBeat(state);
  const trail = trailLayout(metrics, messages, size.width);
  // Where there is no answer, the picture says so itself.
  const hasNotice = stop !== 'logits' || selectPredicts(state);
  const notice = hasNotice ? noticeLines(state, messages).join(' ') : '';
  const line = metrics.label * 1.6;
  const top = trail.height + metrics.label * 0.6;
  const bottom = size.height - (notice === '' ? 0 : line);
  const box = { x: 0, y: top, width: size.width, height: bottom - top };
  const drawn = (place: Box): React.ReactNode => (
    <Canvas size={{ width: place.width, height: place.y + place.height }}>
      <Picture stop={stop} box={place} />
    </Canvas>
  );
  return (
    <>
      <Trail layout={trail} {...pressing} />
      {stop === 'feed-forward' ? drawn(box) : <Turnable box={box}>{drawn}</Turnable>}
      {notice !== '' && (
        <p className={styles['notice']} style={{ top: bottom, fontSize: metrics.label }}>
          {notice}
        </p>
      )}
    </>
  );
};
