/** Stands in the place of a prediction that the model cannot make, and says why. */
import { textWidth, type Box } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { noticeLines } from './notice.ts';

export const NoAnswer = ({ x, y, width, height }: Box): React.ReactNode => {
  const { metrics, state, messages } = useStage();
  const said = noticeLines(state, messages);
  // Mirrored, lines would stand side by side.
  const lines = metrics.mirrored ? [said.join(' ')] : said;
  const longest = Math.max(...lines.map((line) => textWidth(line, 1)));
  const size = Math.max(
    metrics.micro,
    Math.min(metrics.small * 1.2, ((metrics.mirrored ? height : width) - 8) / longest),
  );
  return lines.map((line, index) => (
    <Note
      key={line}
      x={x + width / 2}
      y={y + height / 2 + (index - (lines.length - 1) / 2) * size * 1.7}
      anchor="middle"
      tone="ink"
      size={size}
    >
      {line}
    </Note>
  ));
};
