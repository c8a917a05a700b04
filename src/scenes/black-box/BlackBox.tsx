/** Step `black-box`: X goes in, a matrix of the same shape comes out, so layers can be stacked, up to 96 of them. */
import { useMemo, useState } from 'react';
import { selectTrace } from '../../store/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { sliderRoom, StageSlider } from '../stage/StageSlider.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { areasOf, stripLayout } from './layout.ts';
import { InColumn, InLine, lineIn } from './OneLayer.tsx';
import { layerCounts, stacked } from './stack.ts';
import { Strip } from './Strip.tsx';

export const BlackBox = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, state, moment, messages } = stage;
  const [count, setCount] = useState<number>(layerCounts.first);
  const trace = selectTrace(state);
  const layers = useMemo(() => stacked(trace, count), [trace, count]);
  const sliderHeight = metrics.label * sliderRoom;
  const stackedAreas = areasOf(size, metrics, false, sliderHeight);
  // On a low stage a line would leave cells that no chip fits beside.
  const flat = !metrics.narrow && lineIn(stage, stackedAreas.box).cell < metrics.micro * 1.2;
  const areas = flat ? areasOf(size, metrics, true, sliderHeight) : stackedAreas;
  const { rows, cols } = trace.x;
  return (
    <>
      <Canvas size={size}>
        {flat || metrics.narrow ? <InColumn area={areas.box} /> : <InLine area={areas.box} />}
        <Strip
          layout={stripLayout(areas.strip, count + 1, { rows, cols }, metrics)}
          x={trace.x}
          layers={layers}
          part={moment?.part ?? 1}
        />
      </Canvas>
      <StageSlider
        label={messages.ui.layersStacked(count, `${rows}×${cols}`)}
        least={layerCounts.least}
        most={layerCounts.most}
        value={count}
        top={areas.slider}
        note={messages.ui.sameLayer}
        onChange={setCount}
      />
    </>
  );
};
