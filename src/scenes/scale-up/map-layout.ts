/** Where the map and its panel stand: side by side or one above the other, whichever leaves the map more room. */
import { numeralSize, type Metrics, type Size } from '../../viz/index.ts';

/** Room for what the panel says, in label sizes. */
const panelWidth = 17;
const panelHeight = 19;

export const layOutMap = (size: Size, { label, narrow }: Metrics) => {
  const gap = label * 1.6;
  const height = panelHeight * label + (narrow ? label * 2 : 0);
  const beside = Math.min(size.width - panelWidth * label - gap - 8, size.height - 4);
  const above = Math.min(size.width - 16, size.height - height - gap);
  const isBeside = beside >= above;
  const side = Math.max(64, Math.floor(Math.max(beside, above)));
  const width = isBeside ? side + gap + panelWidth * label : side;
  const left = Math.round((size.width - width) / 2);
  const top = isBeside ? Math.round((size.height - side) / 2) : 2;
  const panel = isBeside
    ? { left: left + side + gap, top, width: panelWidth * label, height: side }
    : { left: 8, top: top + side + gap, width: size.width - 16, height };
  return { side, left, top, panel };
};

/** The longest number in a cell, in thousandths. */
const longest = '1000.00';

/** Type size of the numbers in cells of this size; 0 where they do not fit. */
export const mapNumeralSize = (cell: number, metrics: Metrics): number =>
  numeralSize(cell, longest, metrics);

/** The largest cell: its number fits with some room round it. */
export const largestCell = ({ micro }: Metrics): number => Math.ceil(micro * 4.6);
