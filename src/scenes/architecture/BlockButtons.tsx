/** Every block is a button: a press says what it does, and lights where it is in our pipeline. */
import { useStage } from '../stage/StageContext.tsx';
import styles from './Architecture.module.css';
import type { PlacedBlock } from './pieces.ts';

export const BlockButtons = ({
  blocks,
}: {
  readonly blocks: readonly PlacedBlock[];
}): React.ReactNode => {
  const { state } = useStage();
  return blocks.map(({ block, text, x, y, width, height }) => (
    <button
      key={block.id}
      type="button"
      className={styles['block']}
      data-opens={block.id}
      aria-label={text}
      aria-pressed={state.block === block.id}
      style={{ left: x, top: y, width, height }}
      onClick={() => state.chooseBlock(state.block === block.id ? null : block.id)}
    />
  ));
};
