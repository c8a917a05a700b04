/** Every quantity at two sizes on one logarithmic axis: ours is a dot, the larger model a disc. */
import type { ScaleUpTexts } from '../../i18n/index.ts';
import { logScale, textWidth } from '../../viz/index.ts';
import { Note } from '../stage/Note.tsx';
import { useStage } from '../stage/StageContext.tsx';
import type { CostLayout } from './cost-layout.ts';
import { onAxis, quantityText, tickText, type Quantity } from './quantities.ts';

export interface CostMapProps {
  readonly layout: CostLayout;
  readonly texts: ScaleUpTexts;
  readonly ours: readonly Quantity[];
  readonly theirs: readonly Quantity[];
  /** What the larger model is called. */
  readonly theirName: string;
}

/** The axis ends here at the least, so that it stays where it is while smaller models are tried. */
const leastPowers = 15;
const powersATick = 3;

/** Powers of ten on the axis: enough for every value. */
const powersFor = (quantities: readonly Quantity[]): number => {
  const largest = Math.max(...quantities.map(({ unit, value }) => onAxis(unit, value ?? 1)));
  const needed = Math.ceil(Math.log10(largest) / powersATick) * powersATick;
  return Math.max(leastPowers, needed);
};

interface MarkProps {
  readonly layout: CostLayout;
  readonly texts: ScaleUpTexts;
  readonly quantity: Quantity;
  readonly model: 'ours' | 'theirs';
  readonly y: number;
  readonly place: (value: number) => number;
}

/** One value: its mark on the axis and the number beside it, on the side where there is room. */
const Mark = ({ layout, texts, quantity, model, y, place }: MarkProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { label } = metrics;
  const [from, to] = layout.axis;
  const { unit, value } = quantity;
  if (value === null) {
    return (
      <Note x={from + label * 0.6} y={y + label * 0.36}>
        –
      </Note>
    );
  }
  const x = place(onAxis(unit, value));
  const text = quantityText(unit, value, texts);
  const written = textWidth(text, label);
  const fits = x + label + written < to + label * 1.4;
  return (
    <g data-cost={quantity.id} data-model={model} data-count={value}>
      <line
        x1={from}
        x2={fits ? x : x - label * 1.2 - written}
        y1={y}
        y2={y}
        stroke={palette.hair2}
        strokeWidth={metrics.stroke}
      />
      <circle cx={x} cy={y} r={label * (model === 'ours' ? 0.2 : 0.42)} fill={palette.ink} />
      <text
        x={fits ? x + label * 0.8 : x - label * 0.8}
        y={y}
        dy="0.36em"
        fontSize={label}
        textAnchor={fits ? 'start' : 'end'}
        fill={palette.ink}
        stroke={palette.paper}
        strokeWidth={label * 0.4}
        paintOrder="stroke"
      >
        {text}
      </text>
    </g>
  );
};

/** A quantity's name, its formula and its two marks. */
const Row = ({
  layout,
  texts,
  place,
  index,
  ours,
  theirs,
}: Pick<CostMapProps, 'layout' | 'texts'> & {
  readonly place: (value: number) => number;
  readonly index: number;
  readonly ours: Quantity;
  readonly theirs: Quantity;
}): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { label } = metrics;
  const { left, width, pitch, beside, rowsTop } = layout;
  const y = rowsTop + index * pitch;
  const [first, second] = beside ? [0.27, 0.75] : [0.5, 0.8];
  const formula = {
    fontSize: label,
    fill: palette.ink2,
    fontFamily: 'var(--font-math)',
    fontStyle: 'italic',
  };
  return (
    <g>
      <Note
        x={left}
        y={beside ? y + pitch * first + label * 0.36 : y + label * 1.1}
        tone="ink"
        bold
      >
        {texts.quantities[ours.id]}
      </Note>
      {beside ? (
        <text x={left} y={y + pitch * second + label * 0.36} {...formula}>
          {ours.formula}
        </text>
      ) : (
        <text x={left + width} y={y + label * 1.1} textAnchor="end" {...formula}>
          {ours.formula}
        </text>
      )}
      <Mark {...{ layout, texts, place }} quantity={ours} model="ours" y={y + pitch * first} />
      <Mark {...{ layout, texts, place }} quantity={theirs} model="theirs" y={y + pitch * second} />
    </g>
  );
};

const Axis = ({
  layout,
  powers,
  place,
}: Pick<CostMapProps, 'layout'> & {
  readonly powers: number;
  readonly place: (value: number) => number;
}): React.ReactNode => {
  const { metrics, palette } = useStage();
  const ticks = Array.from({ length: powers / powersATick + 1 }, (_, tick) => tick * powersATick);
  return ticks.map((power) => {
    const x = place(10 ** power);
    return (
      <g key={power}>
        <line
          x1={x}
          x2={x}
          y1={layout.rowsTop}
          y2={layout.bottom}
          stroke={palette.hair}
          strokeWidth={metrics.stroke}
        />
        <Note x={x} y={layout.bottom + metrics.label * 1.3} anchor="middle">
          {tickText(power)}
        </Note>
      </g>
    );
  });
};

const Legend = ({
  layout,
  texts,
  theirName,
}: Pick<CostMapProps, 'layout' | 'texts' | 'theirName'>): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { label } = metrics;
  const y = layout.bottom + label * 2.9;
  const second = layout.beside
    ? { x: layout.left + label * 2.6 + textWidth(texts.ours, label), y }
    : { x: layout.left, y: y + label * 1.6 };
  return (
    <>
      <circle
        cx={layout.left + label * 0.5}
        cy={y - label * 0.36}
        r={label * 0.2}
        fill={palette.ink}
      />
      <Note x={layout.left + label * 1.2} y={y} tone="ink2">
        {texts.ours}
      </Note>
      <circle
        cx={second.x + label * 0.5}
        cy={second.y - label * 0.36}
        r={label * 0.42}
        fill={palette.ink}
      />
      <Note x={second.x + label * 1.2} y={second.y} tone="ink2">
        {theirName}
      </Note>
    </>
  );
};

export const CostMap = ({
  layout,
  texts,
  ours,
  theirs,
  theirName,
}: CostMapProps): React.ReactNode => {
  const powers = powersFor([...ours, ...theirs]);
  const place = logScale([1, 10 ** powers], layout.axis);
  return (
    <>
      <Axis layout={layout} powers={powers} place={place} />
      {ours.map((quantity, index) => {
        const other = theirs[index];
        return (
          other && (
            <Row
              key={quantity.id}
              {...{ layout, texts, place, index }}
              ours={quantity}
              theirs={other}
            />
          )
        );
      })}
      <Legend {...{ layout, texts, theirName }} />
    </>
  );
};
