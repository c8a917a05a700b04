/** Fields for the larger model's sizes, and what can be done with them. */
import { numberBytes, type NumberKind } from '../../example/index.ts';
import { gpt3, type ScaleUpTexts } from '../../i18n/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import type { CostLayout } from './cost-layout.ts';
import { fields, isWrong, problemOf, type Draft } from './draft.ts';
import { countText } from './quantities.ts';
import styles from './ScaleUp.module.css';

export interface SizesProps {
  readonly layout: CostLayout;
  readonly texts: ScaleUpTexts;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly kind: NumberKind;
  readonly onKind: (kind: NumberKind) => void;
  readonly onReset: () => void;
  readonly rate: number | null;
  readonly measuring: boolean;
  readonly onMeasure: () => void;
}

const kinds = Object.keys(numberBytes) as NumberKind[];

const speedText = ({ texts, rate, measuring }: SizesProps): string => {
  if (measuring) return texts.measuring;
  return rate === null ? texts.notMeasured('r') : texts.measured('r', countText(rate));
};

export const Sizes = (props: SizesProps): React.ReactNode => {
  const { layout, texts, draft, onDraft, kind, onKind, onReset, measuring, onMeasure } = props;
  const { metrics } = useStage();
  const problem = problemOf(draft, texts);
  return (
    <>
      <div
        className={styles['sizes']}
        role="group"
        aria-label={texts.inputs}
        style={{
          left: layout.left,
          top: layout.top,
          width: layout.width,
          gap: layout.gap,
          gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))`,
          gridAutoRows: layout.line,
          fontSize: metrics.label,
        }}
      >
        {fields.map((field) => (
          <label key={field.name}>
            <span>{texts[field.text]}</span> <i>{field.symbol}</i>
            <input
              type="number"
              min={1}
              max={field.most}
              step={1}
              value={draft[field.name]}
              aria-invalid={isWrong(draft, field)}
              onChange={(event) => onDraft({ ...draft, [field.name]: event.target.value })}
            />
          </label>
        ))}
        <label>
          <span>{texts.numberKind}</span> <i>b</i>
          <select value={kind} onChange={(event) => onKind(event.target.value as NumberKind)}>
            {kinds.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={onReset}>
          {texts.reset(gpt3.name)}
        </button>
        <button type="button" className={styles['wide']} disabled={measuring} onClick={onMeasure}>
          {texts.measure}
        </button>
      </div>
      <output
        className={styles['message']}
        data-problem={problem === null ? undefined : ''}
        style={{
          left: layout.left,
          top: layout.messageTop,
          width: layout.width,
          height: layout.message,
          fontSize: metrics.label,
        }}
      >
        {problem ?? speedText(props)}
      </output>
    </>
  );
};
