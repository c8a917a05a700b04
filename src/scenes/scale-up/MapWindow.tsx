/** The window on the map: the weights as pixels, the numbers of cells that are large enough, the chosen cell. */
import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { ScaleUpTexts } from '../../i18n/index.ts';
import { centredIn, inkOn, numeral, type Palette } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { mapNumeralSize } from './map-layout.ts';
import { levelFor } from './pyramid.ts';
import styles from './ScaleUp.module.css';
import { paintView, pixelTable, weightFill } from './shades.ts';
import { mapKeys, useMapEvents, type MapControl } from './useMapEvents.ts';
import type { Filled } from './useWeights.ts';
import { isWhole, middleOf, seen, type Bounds, type View } from './view.ts';

export interface MapWindowProps extends MapControl {
  readonly filled: Filled;
  readonly left: number;
  readonly top: number;
  readonly texts: ScaleUpTexts;
}

/** Device pixels a CSS pixel; a picture larger than the weights would show no more. */
export const ratioOf = ({ n, side }: Bounds): number =>
  Math.max(1, Math.min(self.devicePixelRatio, n / side));

interface PixelsProps {
  readonly filled: Filled;
  readonly view: View;
  readonly bounds: Bounds;
  readonly name: string;
  readonly palette: Palette;
}

const Pixels = ({ filled, view, bounds, name, palette }: PixelsProps): React.ReactNode => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const table = useMemo(() => pixelTable(palette), [palette]);
  const ratio = ratioOf(bounds);
  const side = Math.round(bounds.side * ratio);
  const image = useMemo(() => new ImageData(side, side), [side]);
  useLayoutEffect(() => {
    const { pyramid } = filled;
    const cell = (view.cell * side) / bounds.side;
    const found = levelFor(cell, pyramid);
    const level = pyramid.levels[found];
    if (!level) return;
    const pixels = new Uint32Array(image.data.buffer);
    paintView(pixels, side, { level, scale: 2 ** found, view: { ...view, cell }, table });
    canvas.current?.getContext('2d', { alpha: false })?.putImageData(image, 0, 0);
  }, [filled, view, bounds.side, side, image, table]);
  return (
    <canvas
      ref={canvas}
      width={side}
      height={side}
      role="img"
      aria-label={name}
      style={{ width: bounds.side, height: bounds.side }}
    />
  );
};

/** Numbers of the cells in view, in thousandths; none for what the mask blocks. */
const Numbers = memo(function Numbers({
  filled,
  view,
  bounds,
  palette,
  fontSize,
}: Omit<PixelsProps, 'name'> & { readonly fontSize: number }): React.ReactNode {
  const [top, bottom] = seen(view.y, view, bounds);
  const [left, right] = seen(view.x, view, bounds);
  const { pyramid, rows } = filled;
  const { data } = pyramid.levels[0];
  const cells = Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) => ({
      row: top + down,
      col: left + across,
    })),
  ).flat();
  return cells
    .filter(({ row, col }) => col <= row && row < rows)
    .map((cell) => {
      const weight = data[cell.row * bounds.n + cell.col] ?? 0;
      return (
        <text
          key={`${cell.row} ${cell.col}`}
          {...centredIn(middleOf(view, cell), 0)}
          fontSize={fontSize}
          fill={inkOn(weightFill(palette, weight))}
        >
          {numeral(weight * 1000, 2)}
        </text>
      );
    });
});

export const MapWindow = (props: MapWindowProps): React.ReactNode => {
  const { filled, left, top, texts, bounds, view, cell } = props;
  const { metrics, palette } = useStage();
  const surface = useRef<HTMLDivElement>(null);
  const events = useMapEvents(surface, props);
  const keys = mapKeys(props);
  const fontSize = mapNumeralSize(view.cell, metrics);
  const shared = { filled, view, bounds, palette };
  const edge = Math.max(view.cell, 5);
  const at = cell && middleOf(view, cell);
  return (
    <div
      ref={surface}
      className={styles['window']}
      data-zoomed={isWhole(view, bounds) ? undefined : ''}
      style={{ left, top, width: bounds.side, height: bounds.side }}
      {...events}
    >
      <Pixels {...shared} name={texts.mapName(String(bounds.n))} />
      <svg width={bounds.side} height={bounds.side} aria-hidden="true">
        {fontSize > 0 && <Numbers {...shared} fontSize={fontSize} />}
        {at && (
          <rect
            x={at.x - edge / 2}
            y={at.y - edge / 2}
            width={edge}
            height={edge}
            fill="none"
            stroke={palette.ink}
            strokeWidth={2 * metrics.stroke}
          />
        )}
      </svg>
      <button type="button" aria-label={texts.mapKeys} title={texts.mapKeys} {...keys} />
    </div>
  );
};
