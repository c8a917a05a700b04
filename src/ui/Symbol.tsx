/** A matrix symbol in running text. */
import { symbolRuns } from '../viz/index.ts';
import styles from './text.module.css';

const tags = { '0': 'span', '1': 'sup', '-1': 'sub' } as const;

export const MathSymbol = ({ notation }: { readonly notation: string }): React.ReactNode => (
  <span className={styles['math']}>
    {symbolRuns(notation).map((run, index) => {
      const Tag = tags[run.level];
      return (
        <Tag key={index} className={run.upright ? styles['upright'] : undefined}>
          {run.text}
        </Tag>
      );
    })}
  </span>
);
