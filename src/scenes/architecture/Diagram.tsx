/** Draws a diagram as a zoom shows it: boxes move and grow, type keeps its size and comes where it fits, and nothing leaves the stage. */
import { ruleOf, selectDomain } from '../../store/index.ts';
import { mix, MatrixName, textWidth, Thumb, type Point, type Box } from '../../viz/index.ts';
import { droppedBlocks } from '../../walkthrough/index.ts';
import { arrowHead } from '../stage/arrows.ts';
import { Note } from '../stage/Note.tsx';
import { sourceMatrix } from '../stage/source.ts';
import { useStage } from '../stage/StageContext.tsx';
import { BlockLabel } from './BlockLabel.tsx';
import { boxThrough, clipped, clippedPoint, contains, type Camera } from './box.ts';
import type { Diagram, Line, Picture, PlacedBlock, Repeated, Word } from './pieces.ts';

export interface DiagramProps {
  readonly diagram: Diagram;
  readonly camera: Camera;
  /** Nothing is drawn outside. */
  readonly clip: Box;
  /** How large it is beside its own size; 1 where absent. */
  readonly scale?: number;
  /** How far what a language model drops has faded, from 0 to 1. */
  readonly faded?: number;
  /** A block that is opening: drawn as a frame, for its inside is drawn by others. */
  readonly opening?: string | undefined;
}

/** Where faded things change over from full ink and solid lines. */
const halfFaded = 0.5;

interface PieceProps extends Pick<DiagramProps, 'camera' | 'clip'> {
  readonly faded: number;
}

const radius = 5;

const BlockShape = ({
  placed,
  camera,
  clip,
  faded,
  opening,
}: PieceProps & { readonly placed: PlacedBlock; readonly opening: boolean }): React.ReactNode => {
  const { metrics, palette } = useStage();
  const box = boxThrough(camera, placed);
  const seen = clipped(box, clip);
  if (!seen) return null;
  const { block, text, textBox, strong = false, copies = 1 } = placed;
  const solid = strong && textBox === undefined && !opening;
  const fill = solid ? palette.ink : palette.paper;
  const label = boxThrough(camera, textBox ?? placed);
  const shift = 3 * metrics.stroke;
  const dash = faded > halfFaded ? '3 4' : undefined;
  const stroke = mix(palette.ink, palette.hair2, faded);
  const ink = faded > halfFaded ? palette.ink3 : palette.ink;
  return (
    <g data-block={block.id}>
      {Array.from({ length: copies - 1 }, (_, index) => copies - 1 - index).map((back) => {
        const behind = clipped({ ...box, x: box.x + back * shift, y: box.y - back * shift }, clip);
        return (
          behind && (
            <rect
              key={back}
              {...behind}
              rx={radius}
              fill={palette.paper}
              stroke={palette.hair2}
              strokeWidth={metrics.stroke}
            />
          )
        );
      })}
      <rect
        {...seen}
        rx={radius}
        fill={fill}
        stroke={stroke}
        strokeDasharray={dash}
        strokeWidth={(strong ? 2 : 1) * metrics.stroke}
      />
      {!solid && faded < 1 && !opening && (
        <rect {...seen} rx={radius} fill="var(--wash)" fillOpacity={1 - faded} />
      )}
      {!opening && contains(clip, label) && (
        <BlockLabel
          text={text}
          box={label}
          isBeside={textBox !== undefined}
          bold={strong}
          fill={solid ? palette.paper : ink}
        />
      )}
    </g>
  );
};

const isIn = ({ x, y }: Point, clip: Box): boolean => contains(clip, { x, y, width: 0, height: 0 });

/** Level and upright pieces stay so when their ends are brought into the clip. */
const LinePath = ({
  line,
  camera,
  clip,
  scale,
  faded,
}: PieceProps & { readonly line: Line; readonly scale: number }): React.ReactNode => {
  const { metrics, palette } = useStage();
  const points = line.points.map(camera);
  const pieces = points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const [a, b] = [clippedPoint(from, clip), clippedPoint(to, clip)];
    // A piece beside the clip would come to lie on its edge.
    const isBeside = isIn(from, clip) || isIn(to, clip) || a.x !== b.x || a.y !== b.y;
    const isOnEdge = (from.x === to.x && a.x !== from.x) || (from.y === to.y && a.y !== from.y);
    return isBeside && !isOnEdge ? [`M${a.x} ${a.y}L${b.x} ${b.y}`] : [];
  });
  const [before, last] = points.slice(-2);
  const head =
    line.arrow === true && before && last && isIn(last, clip)
      ? arrowHead([before.x, before.y], [last.x, last.y], 5 * metrics.stroke * Math.min(1, scale))
      : '';
  const path = pieces.join('') + head;
  if (path === '') return null;
  return (
    <path
      d={path}
      fill="none"
      stroke={mix(palette.ink2, palette.hair2, faded)}
      strokeDasharray={faded > halfFaded ? '2 3' : undefined}
      strokeWidth={1.2 * metrics.stroke}
    />
  );
};

const FrameShape = ({
  frame,
  camera,
  clip,
  faded,
}: PieceProps & { readonly frame: Repeated }): React.ReactNode => {
  const { metrics, palette } = useStage();
  const seen = clipped(boxThrough(camera, frame), clip);
  return (
    seen && (
      <rect
        {...seen}
        rx={radius * 2}
        fill="none"
        stroke={mix(palette.ink3, palette.hair2, faded)}
        strokeDasharray={faded > halfFaded ? '3 4' : undefined}
        strokeWidth={metrics.stroke}
      />
    )
  );
};

const WordText = ({
  word,
  camera,
  clip,
  faded,
}: PieceProps & { readonly word: Word }): React.ReactNode => {
  const { metrics, palette } = useStage();
  const { text, anchor = 'start', size, bold = false, symbol = false } = word;
  const { x, y } = camera(word.at);
  const width = textWidth(text, size);
  const left = { start: 0, middle: width / 2, end: width }[anchor];
  if (!contains(clip, { x: x - left, y: y - size, width, height: size * 1.3 })) return null;
  if (symbol)
    return (
      <MatrixName
        notation={text}
        x={x}
        y={y}
        metrics={{ ...metrics, name: size }}
        palette={palette}
      />
    );
  return (
    <Note {...{ x, y, size, anchor, bold }} tone={faded > halfFaded ? 'ink3' : 'ink2'}>
      {text}
    </Note>
  );
};

const PictureOf = ({
  picture,
  camera,
  clip,
}: Pick<DiagramProps, 'camera' | 'clip'> & { readonly picture: Picture }): React.ReactNode => {
  const stage = useStage();
  const { state, palette } = stage;
  const box = boxThrough(camera, picture);
  const { x, y, width, height } = box;
  // With the line round it.
  if (!contains(clip, { x: x - 2, y: y - 2, width: width + 4, height: height + 4 })) return null;
  const { matrix: name } = picture.source;
  const matrix = sourceMatrix(stage, picture.source);
  return (
    <Thumb
      {...box}
      name={name}
      matrix={matrix}
      rule={ruleOf(name)}
      domain={selectDomain(state, name)}
      palette={palette}
      byToken={state.fill === 'token'}
    >
      <rect
        width={matrix.cols}
        height={matrix.rows}
        fill="none"
        stroke={palette.hair2}
        vectorEffect="non-scaling-stroke"
      />
    </Thumb>
  );
};

/** A picture and its words meet where it is much smaller or larger than it was laid out. */
const nearly = 0.06;

export const DiagramOf = ({
  diagram,
  camera,
  clip,
  scale = 1,
  faded = 0,
  opening,
}: DiagramProps): React.ReactNode => {
  const shared = { camera, clip, scale };
  const open = diagram.blocks.find(({ block }) => block.id === opening);
  /** Its inside is drawn anew. */
  const isInOpen = (at: Point): boolean => open !== undefined && isIn(at, open);
  const isFullSize = Math.abs(scale - 1) < nearly;
  const fadedIf = (dropped: boolean | undefined): number => (dropped === true ? faded : 0);
  return (
    <>
      {diagram.frames.map((frame, index) => (
        <FrameShape key={index} {...shared} frame={frame} faded={fadedIf(frame.dropped)} />
      ))}
      {diagram.lines.map(
        (line, index) =>
          // The way past what is dropped is there as soon as that has half gone.
          (line.bypass !== true || faded > halfFaded) && (
            <LinePath key={index} {...shared} line={line} faded={fadedIf(line.dropped)} />
          ),
      )}
      {diagram.blocks.map((placed) => (
        <BlockShape
          key={placed.block.id}
          {...shared}
          placed={placed}
          opening={placed.block.id === opening}
          faded={fadedIf(droppedBlocks.has(placed.block.id))}
        />
      ))}
      {diagram.pictures.map(
        (picture, index) =>
          !isInOpen(picture) && <PictureOf key={index} {...shared} picture={picture} />,
      )}
      {diagram.words.map(
        (word, index) =>
          (word.beside !== true || (isFullSize && !isInOpen(word.at))) && (
            <WordText key={index} {...shared} word={word} faded={fadedIf(word.dropped)} />
          ),
      )}
    </>
  );
};
