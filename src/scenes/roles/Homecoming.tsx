/** The values on their way home: each row of V shrinks to its share and travels to z, where they add up. */
import { rowOnItsWay, travelled } from '../../choreography/index.ts';
import { at } from '../../math/index.ts';
import { ruleOf, selectDomain } from '../../store/index.ts';
import { centredIn, inkOn, numeral, numeralSize, paintCell, tokenHue } from '../../viz/index.ts';
import { useStage } from '../stage/StageContext.tsx';
import type { RolesProps } from './asking.ts';

/** From here on a cell that grows carries its number. */
const legible = 0.8;

interface SquaresProps extends RolesProps {
  readonly matrix: 'v' | 'context';
  readonly row: number;
  readonly values: readonly number[];
  /** Top of the cells that they stand in the middle of. */
  readonly top: number;
  /** Their area, beside a cell's. */
  readonly share: number;
}

/** A row of cells as squares of a share's area. */
const Squares = ({ layout, matrix, row, values, top, share }: SquaresProps): React.ReactNode => {
  const { state, palette, metrics } = useStage();
  const { cell } = layout;
  const part = Math.sqrt(Math.max(0, share));
  const side = part * cell;
  const hue = state.fill === 'token' ? tokenHue(palette, row) : null;
  const look = { palette, rule: ruleOf(matrix), domain: selectDomain(state, matrix), hue };
  return values.map((value, col) => {
    const { colour, form } = paintCell(look, value, 'plain');
    const isOpen = form === 'frame';
    const fill = isOpen ? palette.paper : colour;
    const text = numeral(value);
    const size = matrix === 'context' && part >= legible ? numeralSize(side, text, metrics) : 0;
    const corner = {
      x: layout.v + col * cell + (cell - side) / 2,
      y: top + (cell - side) / 2,
    };
    return (
      <g key={col}>
        <rect
          x={corner.x + 1.5}
          y={corner.y + 1.5}
          width={Math.max(0, side - 3)}
          height={Math.max(0, side - 3)}
          rx={Math.min(3, side / 8)}
          fill={fill}
          stroke={isOpen ? colour : palette.ink3}
          strokeWidth={isOpen ? Math.min(4, side / 8) : 1}
        />
        {size > 0 && (
          <text {...centredIn(corner, side)} fontSize={size} fill={inkOn(fill)}>
            {text}
          </text>
        )}
      </g>
    );
  });
};

/** A value shrinks in its place, then travels. */
const Value = (props: RolesProps & { readonly line: number; readonly values: number[] }) => {
  const { layout, asking, line } = props;
  const { travel, drop } = rowOnItsWay(asking.home(line));
  if (travel === 0 || drop === 1) return null;
  const side = 1 + (Math.sqrt(asking.shares[line] ?? 0) - 1) * travelled(travel);
  const from = layout.lines + line * layout.pitch;
  const top = from + (layout.home - from) * travelled(drop);
  return (
    <g data-ghosts={line}>
      <Squares {...props} matrix="v" row={line} top={top} share={side ** 2} />
    </g>
  );
};

export const Homecoming = (props: RolesProps): React.ReactNode => {
  const { moment, computation, state } = useStage();
  const { row, shares, open, home } = props.asking;
  if (!moment || moment.shown(row, 0) === 1) return null;
  const v = computation.matrix({ matrix: 'v', head: state.head });
  const cols = Array.from({ length: v.cols }, (_, col) => col);
  const landed = shares.map((share, line) => (home(line) === 1 ? share : 0));
  /** As large as the shares that are home together, in the colour of what they add up to. */
  const whole = landed.reduce((sum, share) => sum + share, 0);
  const sums = cols.map((col) =>
    landed.reduce((sum, share, line) => sum + share * at(v, line, col), 0),
  );
  return (
    <g aria-hidden="true" pointerEvents="none">
      {whole > 0 && (
        <g data-ghosts="sum">
          <Squares
            {...props}
            matrix="context"
            row={row}
            values={sums}
            top={props.layout.home}
            share={whole}
          />
        </g>
      )}
      {open.map(
        (isOpen, line) =>
          isOpen && (
            <Value key={line} {...props} line={line} values={cols.map((col) => at(v, line, col))} />
          ),
      )}
    </g>
  );
};
