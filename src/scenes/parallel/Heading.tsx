/** What a network is called and how many steps it takes, with a mark for each step that fills when the step is done. */
import { stepDone } from '../../choreography/index.ts';
import { textWidth, type Metrics } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import type { Panel } from './layout.ts';

/** The largest type, up to the frame's own, in which a line fits a width. */
const fittingSize = (text: string, width: number, metrics: Metrics): number =>
  Math.max(metrics.micro, Math.min(metrics.small, width / textWidth(text, 1)));

export interface HeadingProps {
  readonly panel: Panel;
  readonly title: string;
  readonly steps: number;
  /** Steps that the longer of the networks takes: a step is as wide in both. */
  readonly most: number;
  /** How much of all steps of the longer one is done. */
  readonly part: number;
}

export const Heading = ({ panel, title, steps, most, part }: HeadingProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const size = fittingSize(title, panel.width - 8, metrics);
  // One line, or two where it is too long even in the smallest type: it breaks behind its colon.
  const lines = textWidth(title, size) <= panel.width ? [title] : title.split(/(?<=[:：])\s*/);
  const middle = panel.x + panel.width / 2;
  const base = panel.y + metrics.small * 2.5;
  const pitch = Math.min(metrics.label * 2, (panel.width * 0.8) / most);
  const height = metrics.label * 0.5;
  const left = middle - (steps * pitch) / 2;
  return (
    <>
      {lines.map((line, index) => (
        <Note
          key={line}
          x={middle}
          y={base - (lines.length - 1 - index) * size * 1.35}
          anchor="middle"
          tone="ink"
          bold
          size={size}
        >
          {line}
        </Note>
      ))}
      <g aria-hidden="true" data-steps={steps}>
        {Array.from({ length: steps }, (_, step) => (
          <g key={step}>
            <rect
              x={left + step * pitch + 0.5}
              y={base + metrics.label * 0.7}
              width={Math.max(1, pitch - 2)}
              height={height}
              fill={palette.hair}
            />
            <rect
              x={left + step * pitch + 0.5}
              y={base + metrics.label * 0.7}
              width={Math.max(1, pitch - 2) * stepDone(part, most, step)}
              height={height}
              fill={palette.ink2}
            />
          </g>
        ))}
      </g>
    </>
  );
};
