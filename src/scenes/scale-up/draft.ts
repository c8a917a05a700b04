/** The sizes as they are typed in: what a field may hold, and the shape that four fields make. */
import type { ModelShape } from '../../example/index.ts';
import type { ScaleUpTexts } from '../../i18n/index.ts';

export type FieldName = keyof ModelShape;

export interface Field {
  readonly name: FieldName;
  readonly symbol: string;
  readonly text: 'tokens' | 'dimensions' | 'heads' | 'layers';
  readonly most: number;
}

/** A thousandfold of the largest models and more, and every product still far from the end of double precision. */
export const fields: readonly Field[] = [
  { name: 'n', symbol: 'n', text: 'tokens', most: 1e7 },
  { name: 'dModel', symbol: 'd', text: 'dimensions', most: 1e6 },
  { name: 'nHeads', symbol: 'h', text: 'heads', most: 1e4 },
  { name: 'nLayers', symbol: 'L', text: 'layers', most: 1e4 },
];

export type Draft = Readonly<Record<FieldName, string>>;

export const draftOf = ({ n, dModel, nHeads, nLayers }: ModelShape): Draft => ({
  n: String(n),
  dModel: String(dModel),
  nHeads: String(nHeads),
  nLayers: String(nLayers),
});

const isInRange = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= most;

export const isWrong = (draft: Draft, { name, most }: Field): boolean =>
  !isInRange(Number(draft[name]), most);

/** The shape that was typed in; null where a field is no size, or the heads do not share the dimensions out evenly. */
export const shapeOfDraft = (draft: Draft): ModelShape | null => {
  if (fields.some((field) => isWrong(draft, field))) return null;
  const shape = {
    n: Number(draft.n),
    dModel: Number(draft.dModel),
    nHeads: Number(draft.nHeads),
    nLayers: Number(draft.nLayers),
  };
  return shape.dModel % shape.nHeads === 0 ? shape : null;
};

const grouped = new Intl.NumberFormat('en');

/** What is wrong with a draft, in words; null where nothing is. */
export const problemOf = (draft: Draft, texts: ScaleUpTexts): string | null => {
  const wrong = fields.find((field) => isWrong(draft, field));
  if (wrong) return texts.outOfRange(texts[wrong.text], '1', grouped.format(wrong.most));
  return shapeOfDraft(draft) ? null : texts.headsMustDivide;
};
