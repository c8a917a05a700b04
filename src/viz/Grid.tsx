/** What a matrix on the stage is to tests, embedders, keyboards and screen readers, however its cells are drawn. */
import { memo } from 'react';

export interface GridProps {
  /** What tests and embedders find it by. */
  readonly id: {
    readonly matrix: string;
    /** From 0. */
    readonly head?: number | undefined;
    readonly variant?: string | undefined;
    /** Where the numbers are a difference from another matrix. */
    readonly difference?: '' | undefined;
  };
  readonly rows: number;
  readonly cols: number;
  readonly label: string;
  readonly transposed?: boolean | undefined;
  readonly ref?: React.Ref<SVGGElement>;
  readonly children?: React.ReactNode;
}

const GridInner = (props: GridProps): React.ReactNode => {
  const { id, rows, cols, label, transposed = false, children, ref } = props;
  return (
    <g
      ref={ref}
      role="grid"
      aria-label={label}
      aria-rowcount={rows}
      aria-colcount={cols}
      data-matrix={id.matrix}
      data-head={id.head === undefined ? undefined : id.head + 1}
      data-variant={id.variant}
      data-difference={id.difference}
      data-rows={rows}
      data-cols={cols}
      data-transposed={transposed ? '' : undefined}
    >
      {children}
    </g>
  );
};

/** Without children of its own another number changes nothing of it. */
export const Grid = memo(GridInner);
