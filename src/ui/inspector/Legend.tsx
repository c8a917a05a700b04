/** What the colours mean, following the fill and the values in use; discrete swatches. */
import { useToldState, useFrame, useOverlay } from '../../frame/index.ts';
import type { DecoderMatrixName } from '../../decoder/index.ts';
import { colIsToken, ruleOf, selectDomain } from '../../store/index.ts';
import { mix, numeral, shareFill, signedFill, tokenHue } from '../../viz/index.ts';
import styles from './Legend.module.css';

const swatches = 11;

/** What the numbers of a matrix are called. */
const nameOf = (
  matrix: DecoderMatrixName,
  share: boolean,
): 'legendShare' | 'legendProbability' | 'legendValue' => {
  if (!share) return 'legendValue';
  return matrix === 'probabilities' ? 'legendProbability' : 'legendShare';
};

const Ramp = ({ matrix }: { readonly matrix: DecoderMatrixName }): React.ReactNode => {
  const state = useToldState();
  const { palette, messages } = useFrame();
  const own = { id: { matrix }, rule: ruleOf(matrix), domain: selectDomain(state, matrix) };
  const { rule, domain } = useOverlay()?.asDifference(state, own) ?? own;
  const share = rule === 'share';
  const colours = Array.from({ length: swatches }, (_, index) => {
    const t = index / (swatches - 1);
    return share ? shareFill(palette, t) : signedFill(palette, (2 * t - 1) * domain, domain);
  });
  // It has no more digits than can be read.
  const digits = Number.isInteger(domain) ? 0 : String(domain).length - 2;
  const ends = share
    ? ['0', '0.5', '1']
    : [numeral(-domain, digits), '0', `+${numeral(domain, digits)}`];
  return (
    <>
      <p>{messages.ui[nameOf(matrix, share)]}</p>
      <div className={styles['ramp']}>
        {colours.map((colour, index) => (
          <i key={index} style={{ background: colour }} />
        ))}
      </div>
      <div className={styles['ends']}>
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </div>
    </>
  );
};

const TokenKey = ({
  position,
  isPair,
}: {
  readonly position: number;
  /** Whether cells belong to two tokens, and carry the second in their corner. */
  readonly isPair: boolean;
}): React.ReactNode => {
  const { palette, messages } = useFrame();
  const hue = tokenHue(palette, position);
  const { ui } = messages;
  const keys = [
    { text: ui.positive, fill: hue, stroke: hue },
    { text: ui.nearZero, fill: mix(palette.paper, hue, 0.2), stroke: mix(palette.paper, hue, 0.2) },
    { text: ui.negative, fill: palette.paper, stroke: hue },
  ];
  return (
    <>
      <p>{ui.legendToken}</p>
      <div className={styles['keys']}>
        {keys.map(({ text, fill, stroke }) => (
          <span key={text}>
            <svg width="16" height="16" aria-hidden="true">
              <circle cx="8" cy="8" r="6" fill={fill} stroke={stroke} strokeWidth="2.4" />
            </svg>
            {text}
          </span>
        ))}
      </div>
      {isPair && <p>{ui.legendPair}</p>}
    </>
  );
};

export const Legend = ({
  matrix,
  position,
  hasMasked,
}: {
  readonly matrix: DecoderMatrixName;
  readonly position: number;
  readonly hasMasked: boolean;
}): React.ReactNode => {
  const { fill, step, side } = useToldState();
  const { messages } = useFrame();
  return (
    <section className={styles['legend']} aria-label={messages.ui.legend}>
      {side !== 'diff' && (fill === 'token' || step === 'tokens') ? (
        <TokenKey position={position} isPair={fill === 'token' && colIsToken(matrix)} />
      ) : (
        <Ramp matrix={matrix} />
      )}
      {hasMasked && (
        <p className={styles['hatchKey']}>
          <i />
          {messages.ui.maskedCells}
        </p>
      )}
    </section>
  );
};
