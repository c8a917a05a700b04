/** Step `black-box`: X goes in, a matrix of the same shape comes out, so layers can be stacked, up to 96 of them. */
import { useMemo, useState } from 'react';
import { transpose } from '../../math/index.ts';
import { selectTrace } from '../../store/index.ts';
import { Canvas } from '../stage/Stage.tsx';
import { drawnShape, shapeNote } from '../stage/source.ts';
import { sliderRoom, StageSlider } from '../stage/StageSlider.tsx';
import { useStage } from '../stage/StageContext.tsx';
import { areasOf, stripLayout } from './layout.ts';
import { InColumn, InLine, lineIn } from './OneLayer.tsx';
import { layerCounts, stacked } from './stack.ts';
import { Strip } from './Strip.tsx';

export const BlackBox = (): React.ReactNode => {
  const stage = useStage();
  const { size, metrics, state, moment, messages, turned } = stage;
  const [count, setCount] = useState<number>(layerCounts.first);
  const trace = selectTrace(state);
  const [x, ...layers] = useMemo(() => {
    const all = [trace.x, ...stacked(trace, count)];
    return turned ? all.map(transpose) : all;
  }, [trace, count, turned]);
  const sliderHeight = metrics.label * sliderRoom;
  const stackedAreas = areasOf(size, metrics, false, sliderHeight, turned);
  // On a low stage a line would leave cells that no chip fits beside.
  const flat = !metrics.narrow && lineIn(stage, stackedAreas.box).cell < metrics.micro * 1.2;
  const areas = flat ? areasOf(size, metrics, true, sliderHeight, turned) : stackedAreas;
  const shape = drawnShape(stage, { matrix: 'x' });
  // Transposed, matrices are high, and stand side by side on a low stage as well.
  const inColumn = metrics.narrow || (flat && !turned);
  return (
    <>
      <Canvas size={size}>
        {inColumn ? <InColumn area={areas.box} /> : <InLine area={areas.box} />}
        <Strip
          layout={stripLayout(areas.strip, count + 1, shape, metrics)}
          x={x ?? trace.x}
          layers={layers}
          part={moment?.part ?? 1}
        />
      </Canvas>
      <StageSlider
        label={messages.ui.layersStacked(count, shapeNote(shape))}
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
