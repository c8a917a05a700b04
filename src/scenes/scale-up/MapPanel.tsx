/** What stands beside the map: progress, zoom, the chosen cell's weight, and how to read the shades. */
import type { ScaleUpTexts } from '../../i18n/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import { mapNumeralSize } from './map-layout.ts';
import { ratioOf } from './MapWindow.tsx';
import { levelFor } from './pyramid.ts';
import { tickText } from './quantities.ts';
import styles from './ScaleUp.module.css';
import { darkest, faintest, weightFill } from './shades.ts';
import { zoomedBy, type MapControl } from './useMapEvents.ts';
import type { Weights } from './useWeights.ts';
import { isWhole, seen, wholeView } from './view.ts';

export interface MapPanelProps extends MapControl, Weights {
  readonly texts: ScaleUpTexts;
  readonly dK: number;
  readonly box: { readonly left: number; readonly top: number; readonly width: number };
}

const exact = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** The chosen cell in words. Rows and columns are counted from 1 on the page. */
const cellText = ({ texts, cell, filled }: MapPanelProps): string => {
  const { pyramid, rows } = filled;
  if (!cell) return texts.pointAt;
  const [row, col] = [String(cell.row + 1), String(cell.col + 1)];
  if (cell.col > cell.row) return texts.blockedAt(row, col);
  if (cell.row >= rows) return texts.notComputed(row);
  const weight = pyramid.levels[0].data[cell.row * pyramid.n + cell.col] ?? 0;
  return texts.weightAt(row, col, exact.format(weight));
};

const rangeText = ([first, last]: readonly [number, number]): string => `${first + 1}–${last + 1}`;

const powers = Array.from({ length: darkest - faintest + 1 }, (_, index) => faintest + index);

const Legend = ({ texts, view, bounds, filled, dK }: MapPanelProps): React.ReactNode => {
  const { metrics, palette } = useStage();
  const pooled = 2 ** levelFor(view.cell * ratioOf(bounds), filled.pyramid);
  const grain = pooled > 1 ? texts.pooled(String(pooled)) : texts.single;
  const numbered = mapNumeralSize(view.cell, metrics) > 0;
  return (
    <>
      <p>
        {texts.shown(rangeText(seen(view.y, view, bounds)), rangeText(seen(view.x, view, bounds)))}
      </p>
      <p className={styles['shades']}>
        {powers.map((power) => (
          <b key={power}>
            <i style={{ background: weightFill(palette, 10 ** power) }} />
            {tickText(power)}
          </b>
        ))}
      </p>
      <p>{texts.logarithmic}</p>
      <p>{numbered ? texts.perMille : grain}</p>
      <p>{texts.madeOf(String(dK))}</p>
    </>
  );
};

export const MapPanel = (props: MapPanelProps): React.ReactNode => {
  const { texts, box, bounds, view, onView, filled, running, cancel, start } = props;
  const { rows } = filled;
  const { metrics } = useStage();
  const whole = isWhole(view, bounds);
  return (
    <div
      className={styles['panel']}
      data-map={running ? 'running' : 'resting'}
      data-computed={rows}
      data-narrow={metrics.narrow ? '' : undefined}
      style={{ left: box.left, top: box.top, width: box.width, fontSize: metrics.label }}
    >
      <div className={styles['line']}>
        <label>
          {texts.computed(String(rows), String(bounds.n))}
          <progress value={rows} max={bounds.n} />
        </label>
        <button type="button" onClick={running ? cancel : start}>
          {running ? texts.cancel : texts.again}
        </button>
      </div>
      <div className={styles['line']}>
        <button
          type="button"
          aria-label={texts.zoomOut}
          title={texts.zoomOut}
          disabled={whole}
          onClick={() => onView(zoomedBy(props, 0.5))}
        >
          −
        </button>
        <button
          type="button"
          aria-label={texts.zoomIn}
          title={texts.zoomIn}
          disabled={view.cell >= bounds.most}
          onClick={() => onView(zoomedBy(props, 2))}
        >
          +
        </button>
        <button type="button" disabled={whole} onClick={() => onView(wholeView(bounds))}>
          {texts.whole}
        </button>
      </div>
      <output className={styles['cell']}>{cellText(props)}</output>
      <Legend {...props} />
    </div>
  );
};
