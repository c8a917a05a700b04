/** Step `architecture`: the encoder–decoder figure of 2017; as a beat, what language models keep of it. */
import { textWidth, type Palette } from '../viz/index.ts';
import { Note } from './stage/Note.tsx';
import { Canvas } from './stage/Stage.tsx';
import { useStage } from './stage/StageContext.tsx';

interface Block {
  readonly key: string;
  /** Kept by a language model that has only the decoder. */
  readonly kept: boolean;
  readonly strong?: boolean;
  /** Height beside the other blocks. */
  readonly weight: number;
}

/** From the bottom up, as the figure is read. */
const encoder: readonly Block[] = [
  { key: 'embedding', kept: false, weight: 0.9 },
  { key: 'selfAttention', kept: false, weight: 1.5 },
  { key: 'addNorm', kept: false, weight: 0.75 },
  { key: 'feedForward', kept: false, weight: 1 },
  { key: 'addNorm', kept: false, weight: 0.75 },
];

const decoder: readonly Block[] = [
  { key: 'embedding', kept: true, weight: 0.9 },
  { key: 'maskedAttention', kept: true, strong: true, weight: 1.5 },
  { key: 'addNorm', kept: true, weight: 0.75 },
  { key: 'crossAttention', kept: false, weight: 1.5 },
  { key: 'addNorm', kept: false, weight: 0.75 },
  { key: 'feedForward', kept: true, weight: 1 },
  { key: 'addNorm', kept: true, weight: 0.75 },
  { key: 'output', kept: true, weight: 0.9 },
];

interface ColumnProps {
  readonly blocks: readonly Block[];
  readonly x: number;
  readonly bottom: number;
  readonly width: number;
  /** Height of a block of weight 1, and the room between blocks. */
  readonly unit: number;
  readonly gap: number;
}

interface Placed extends Block {
  readonly y: number;
  readonly height: number;
}

const place = ({
  blocks,
  bottom,
  unit,
  gap,
}: Pick<ColumnProps, 'blocks' | 'bottom' | 'unit' | 'gap'>): readonly Placed[] => {
  let y = bottom;
  return blocks.map((block) => {
    const height = block.weight * unit;
    y -= height;
    const placed = { ...block, y, height };
    y -= gap;
    return placed;
  });
};

/** Lit blocks are solid, faded ones outlines. */
const lookOf = (palette: Palette, faded: boolean, lit: boolean): { fill: string; ink: string } => {
  if (faded) return { fill: 'none', ink: palette.ink3 };
  return lit
    ? { fill: palette.ink, ink: palette.paper }
    : { fill: 'var(--wash)', ink: palette.ink };
};

interface BlockLabelProps {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly fill: string;
}

/** Breaks a label in two at the space nearest to its middle; one without spaces stays whole. */
const inTwo = (text: string): readonly string[] => {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [best] = spaces.toSorted(
    (a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2),
  );
  return best === undefined ? [text] : [text.slice(0, best), text.slice(best + 1)];
};

/** A block's name, centred; on two lines where it is too long for one. */
const BlockLabel = ({
  text,
  x,
  y,
  width,
  height,
  bold,
  fill,
}: BlockLabelProps): React.ReactNode => {
  const { metrics } = useStage();
  const wanted = Math.max(metrics.micro, Math.min(metrics.small, height * 0.62));
  const lines = textWidth(text, wanted) > width ? inTwo(text) : [text];
  const longest = Math.max(...lines.map((line) => textWidth(line, 1)));
  const size = Math.max(metrics.micro, Math.min(wanted, width / longest));
  return lines.map((line, index) => (
    <text
      key={line}
      x={x}
      y={y + (index - (lines.length - 1) / 2) * size * 1.25}
      dy="0.36em"
      textAnchor="middle"
      fontSize={size}
      fontWeight={bold ? 700 : 400}
      fill={fill}
    >
      {line}
    </text>
  ));
};

const Column = (props: ColumnProps): React.ReactNode => {
  const { metrics, palette, state, messages } = useStage();
  const { x, width, gap } = props;
  const decoderOnly = state.beat === 1;
  const placed = place(props);
  return placed.map((block, index) => {
    const faded = decoderOnly && !block.kept;
    const middle = x + width / 2;
    const lit = block.strong === true;
    const look = lookOf(palette, faded, lit);
    return (
      <g key={`${block.key}${index}`}>
        {index > 0 && (
          <line
            x1={middle}
            x2={middle}
            y1={block.y + block.height}
            y2={block.y + block.height + gap}
            stroke={faded ? palette.hair2 : palette.ink3}
            strokeDasharray={faded ? '2 3' : undefined}
            strokeWidth={1.2 * metrics.stroke}
          />
        )}
        <rect
          x={x}
          y={block.y}
          width={width}
          height={block.height}
          rx={5}
          fill={look.fill}
          stroke={faded ? palette.hair2 : palette.ink}
          strokeDasharray={faded ? '3 4' : undefined}
          strokeWidth={(lit ? 2 : 1) * metrics.stroke}
        />
        <BlockLabel
          text={messages.ui.blocks[block.key] ?? block.key}
          x={middle}
          y={block.y + block.height / 2}
          width={width - 10}
          height={block.height}
          bold={lit}
          fill={look.ink}
        />
      </g>
    );
  });
};

const total = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + block.weight, 0);

export const Architecture = (): React.ReactNode => {
  const { size, metrics, palette, state, messages } = useStage();
  const decoderOnly = state.beat === 1;
  const heading = metrics.small * 2.2;
  const foot = metrics.label * 2.4;
  const gapShare = 0.34;
  const units = total(decoder) + gapShare * (decoder.length - 1);
  const unit = Math.min(metrics.small * 3.6, (size.height - heading - foot) / units);
  const gap = unit * gapShare;
  const between = Math.min(metrics.label * 7, size.width * 0.1);
  const width = Math.min(metrics.small * 17, (size.width - between - 16) / 2);
  const left = (size.width - 2 * width - between) / 2;
  const right = left + width + between;
  const height = units * unit;
  const bottom = heading + (size.height - heading - foot - height) / 2 + height;
  const memory = place({ blocks: encoder, bottom, unit, gap }).at(-1);
  const cross = place({ blocks: decoder, bottom, unit, gap }).find(
    ({ key }) => key === 'crossAttention',
  );
  return (
    <Canvas size={size}>
      <Note
        x={left + width / 2}
        y={(memory?.y ?? 0) - metrics.small}
        anchor="middle"
        tone={decoderOnly ? 'ink3' : 'ink'}
        bold={!decoderOnly}
        size={metrics.small}
      >
        {messages.ui.encoder}
      </Note>
      <Note
        x={right + width / 2}
        y={bottom - height - metrics.small * 0.7}
        anchor="middle"
        tone="ink"
        bold
        size={metrics.small}
      >
        {messages.ui.decoder}
      </Note>
      <Column blocks={encoder} x={left} bottom={bottom} width={width} unit={unit} gap={gap} />
      <Column blocks={decoder} x={right} bottom={bottom} width={width} unit={unit} gap={gap} />
      {memory && cross && (
        <path
          d={`M${left + width} ${memory.y + memory.height / 2}H${right - between / 2}V${cross.y + cross.height / 2}H${right - 3}`}
          fill="none"
          stroke={decoderOnly ? palette.hair2 : palette.ink3}
          strokeDasharray={decoderOnly ? '2 3' : undefined}
          strokeWidth={1.2 * metrics.stroke}
        />
      )}
      <Note x={left + width / 2} y={bottom + metrics.label * 1.6} anchor="middle">
        {messages.ui.encoderInput}
      </Note>
      <Note x={right + width / 2} y={bottom + metrics.label * 1.6} anchor="middle" tone="ink2">
        {state.tokens.join(' ')}
      </Note>
    </Canvas>
  );
};
