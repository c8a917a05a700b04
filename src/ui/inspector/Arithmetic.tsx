/** The arithmetic of one cell, by the operation that makes it. */
import type { DecoderCellExplanation } from '../../decoder/index.ts';
import { useToldState, useFrame } from '../../frame/index.ts';
import type { Messages } from '../../i18n/index.ts';
import { contextLengthOf, type StageCell, type State } from '../../store/index.ts';
import { equalsSign, isUnwieldy, largeNumeral, numeral, printedValue } from '../../viz/index.ts';
import { RichText } from '../RichText.tsx';
import { CellSymbol } from './Heading.tsx';
import styles from './Inspector.module.css';
import { isLong } from './long-list.ts';
import { FactorButton, termDigits, Terms } from './Terms.tsx';

interface Props {
  readonly explanation: DecoderCellExplanation;
  readonly active: StageCell;
}

/** What the printed terms make when a reader adds them up. */
const printedSum = (explanation: DecoderCellExplanation): number =>
  explanation.terms.reduce((sum, { value }) => sum + printedValue(value, termDigits), 0);

const sumSign = (explanation: DecoderCellExplanation, total: number): '=' | '≈' =>
  isUnwieldy(total) ? '≈' : equalsSign(printedSum(explanation), total, termDigits);

const SoftmaxArithmetic = ({ explanation, active }: Props): React.ReactNode => {
  const { messages } = useFrame();
  const { terms, divisor = 0, shift, value } = explanation;
  const own = terms[active.col]?.value ?? 0;
  if (divisor === 0) return <Plain text={messages.ui.fullyMasked} value={value} />;
  const remade = printedValue(own, termDigits) / printedValue(divisor, termDigits);
  const sign = isUnwieldy(divisor) ? '≈' : equalsSign(remade, value, termDigits);
  return (
    <>
      {shift !== undefined && (
        <p className={styles['note']}>{messages.ui.shiftedBy(numeral(shift))}</p>
      )}
      <Terms
        key={isLong(explanation) ? 'long' : 'short'}
        explanation={explanation}
        active={active}
        totalLabel={messages.ui.rowTotal}
        total={divisor}
        sign={sumSign(explanation, divisor)}
        isResult={false}
      />
      <p className={styles['quotient']}>
        {largeNumeral(own, termDigits)} ÷ {largeNumeral(divisor, termDigits)} {sign}{' '}
        <b data-result="" data-value={String(value)}>
          {numeral(value, termDigits)}
        </b>
      </p>
    </>
  );
};

/** A value without terms: a parameter, an input, a blocked cell. */
const Plain = ({
  text,
  value,
}: {
  readonly text: string;
  readonly value: number;
}): React.ReactNode => (
  <p className={styles['note']}>
    <RichText text={text} />{' '}
    <b data-result="" data-value={String(value)} className={styles['hidden']} />
  </p>
);

const inputKinds: ReadonlySet<string> = new Set(['x', 'memory']);

/** What a parameter is: learned, still random, or 0 because the reader switched it off or the model never had it. */
const parameterNote = (state: State, { matrix, row }: StageCell, ui: Messages['ui']): string => {
  const { origin, headsOff, nHeads, positions } = state;
  const head = Math.floor((row * nHeads) / state.parameters.wo.rows);
  if (matrix === 'wo' && headsOff.includes(head)) return ui.headIsOff(head + 1);
  if (matrix === 'positionEmbedding') {
    if (row >= contextLengthOf(state)) return ui.beyondContext;
    if (!positions) return ui.positionsAreOff;
  }
  return origin.kind === 'room' && origin.steps === 0 ? ui.isRandom : ui.isTrained;
};

const InputArithmetic = ({ explanation, active }: Props): React.ReactNode => {
  const { messages } = useFrame();
  const state = useToldState();
  const { ui } = messages;
  if (active.matrix === 'weights' && state.rowWeights)
    return <Plain text={ui.setByHand} value={explanation.value} />;
  if (inputKinds.has(active.matrix))
    return <Plain text={ui.isInputCell} value={explanation.value} />;
  return <Plain text={parameterNote(state, active, ui)} value={explanation.value} />;
};

/** One operand, one result: scaling, copying, the mask that lets through. */
const Single = ({ explanation, active }: Props): React.ReactNode => {
  const { messages } = useFrame();
  const { ui } = messages;
  const { terms, operation, value } = explanation;
  const [term] = terms;
  const [first, second] = term?.factors ?? [];
  if (!term || !first) return null;
  const scaled = operation === 'scale' && second && second.value !== 1;
  const printed = printedValue(first.value, 2);
  const rectified = operation === 'relu' ? Math.max(0, printed) : printed;
  const remade = scaled ? printed / printedValue(1 / second.value, 2) : rectified;
  return (
    <p className={styles['quotient']}>
      <span data-term="" data-value={String(term.value)}>
        {operation === 'relu' && 'max(0, '}
        <FactorButton factor={first} active={active} />
        {operation === 'relu' && ')'}
        {scaled && ` ÷ ${numeral(1 / second.value)}`}
      </span>{' '}
      {equalsSign(remade, value, 2)}{' '}
      <b data-result="" data-value={String(value)}>
        {numeral(value)}
      </b>{' '}
      {operation === 'mask' && <small>{ui.kept}</small>}
      {operation === 'copy' && first.cell && (
        <small>
          {ui.copied} <CellSymbol cell={first.cell} />
        </small>
      )}
    </p>
  );
};

const Blocked = ({ explanation, active }: Props): React.ReactNode => {
  const { messages } = useFrame();
  const [term] = explanation.terms;
  const factor = term?.factors[0];
  return (
    <>
      <p className={styles['note']}>{messages.ui.blocked}</p>
      <p className={styles['quotient']}>
        {factor && (
          <span data-term="" data-value={String(term.value)}>
            <FactorButton factor={factor} active={active} />
          </span>
        )}{' '}
        →{' '}
        <b data-result="" data-value={String(explanation.value)}>
          {numeral(explanation.value)}
        </b>
      </p>
    </>
  );
};

const single: ReadonlySet<string> = new Set(['scale', 'mask', 'relu', 'copy']);

export const Arithmetic = ({ explanation, active }: Props): React.ReactNode => {
  const { messages } = useFrame();
  const { operation, value } = explanation;
  if (explanation.blocked === true) return <Blocked explanation={explanation} active={active} />;
  if (operation === 'input') return <InputArithmetic explanation={explanation} active={active} />;
  if (operation === 'softmax')
    return <SoftmaxArithmetic explanation={explanation} active={active} />;
  if (single.has(operation)) return <Single explanation={explanation} active={active} />;
  return (
    <Terms
      explanation={explanation}
      active={active}
      totalLabel={messages.ui.total}
      total={value}
      sign={sumSign(explanation, value)}
      isResult
    />
  );
};
