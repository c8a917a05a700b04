/** Texts with two marks inside: `{t:3}` is the chip of token 3, `{m:W_Q}` a typeset symbol. */
import { memo } from 'react';
import { useApp, useFrame } from '../frame/index.ts';
import { tokenHue } from '../viz/index.ts';
import { MathSymbol } from './Symbol.tsx';
import styles from './text.module.css';

/** A token of the sentence, underlined in its own colour. */
const TokenMark = ({ token, position }: Mark): React.ReactNode => {
  const { palette } = useFrame();
  return (
    <span
      className={styles['token']}
      style={
        position === null ? {} : { boxShadow: `inset 0 -3px 0 ${tokenHue(palette, position)}` }
      }
    >
      {token}
    </span>
  );
};

/** What a `{t:…}` stands for: a token, and the position that gives it its colour. */
export interface Mark {
  readonly token: string;
  /** null for a token that has no place in the sentence, and so no colour. */
  readonly position: number | null;
}

const mark = /\{([tm]):([^}]*)\}/g;

interface RichTextProps {
  readonly text: string;
  /** What `{t:0}`, `{t:1}` … stand for; the sentence's tokens, unless others are meant. */
  readonly marks?: readonly Mark[] | undefined;
}

export const RichText = memo(({ text, marks }: RichTextProps): React.ReactNode => {
  const sentence = useApp((state) => state.tokens);
  const markAt = (index: number): Mark =>
    marks?.[index] ?? { token: sentence[index] ?? String(index + 1), position: index };
  const parts: React.ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(mark)) {
    const [whole, kind, content = ''] = match;
    parts.push(text.slice(end, match.index));
    const key = parts.length;
    parts.push(
      kind === 't' ? (
        <TokenMark key={key} {...markAt(Number(content))} />
      ) : (
        <MathSymbol key={key} notation={content} />
      ),
    );
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
});
