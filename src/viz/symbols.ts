/** Matrix symbols such as W_Q or K^T, split into runs that SVG and HTML can set with subscripts and superscripts. */

export interface Run {
  readonly text: string;
  /** 1 above, −1 below, 0 on the line. */
  readonly level: -1 | 0 | 1;
  /** Words, digits and T stand upright; single letters are variables and slant. */
  readonly upright: boolean;
}

const levels = { '^': 1, _: -1 } as const;

/** Splits `W_Q`, `K^T`, `x_{12}`, `S/√d_k`, `softmax(S)` into runs. */
export const symbolRuns = (notation: string): readonly Run[] => {
  const runs: Run[] = [];
  const pattern = /([_^])(?:\{([^}]*)\}|([a-z]+|.))|([A-Za-z]+)|([^A-Za-z_^]+)/gu;
  for (const [, mark, braced, single, word, other] of notation.matchAll(pattern)) {
    if (mark === '_' || mark === '^') {
      const text = braced ?? single ?? '';
      runs.push({
        text,
        level: levels[mark],
        upright: mark === '^' ? text === 'T' : !/^[a-zA-Z]$/.test(text),
      });
    } else if (word !== undefined)
      runs.push({ text: word, level: 0, upright: word.length > 1 && !/^[A-Z]{2}$/.test(word) });
    else if (other !== undefined) runs.push({ text: other, level: 0, upright: true });
  }
  return runs;
};
