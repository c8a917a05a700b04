/** What each result of a layer needs before it can be computed, and how many steps that makes one after another. */
import { at, type Matrix } from '../../math/index.ts';

/** An arrow: result `to` reads input `from`, or the result `from` of the same layer, for which it has to wait. */
export interface Dependency {
  readonly kind: 'input' | 'result';
  readonly from: number;
  readonly to: number;
}

/** Row i reads key j where its masked score is finite. masked: n×n. */
export const attentionDependencies = (masked: Matrix): readonly Dependency[] =>
  Array.from({ length: masked.rows * masked.cols }, (_, place) => ({
    kind: 'input' as const,
    from: place % masked.cols,
    to: Math.floor(place / masked.cols),
  })).filter(({ from, to }) => Number.isFinite(at(masked, to, from)));

/** hᵢ = f(hᵢ₋₁, xᵢ): each state reads its own token and the state before. */
export const recurrentDependencies = (n: number): readonly Dependency[] =>
  Array.from({ length: n }, (_, to) => to).flatMap((to): readonly Dependency[] => [
    { kind: 'input', from: to, to },
    ...(to > 0 ? [{ kind: 'result' as const, from: to - 1, to }] : []),
  ]);

/** The step, from 0, in which each of n results can be computed: one behind the last of those it waits for, which come before it. */
export const stepOfEach = (n: number, dependencies: readonly Dependency[]): readonly number[] => {
  const steps = Array.from({ length: n }, () => 0);
  const waiting = dependencies
    .filter(({ kind }) => kind === 'result')
    .toSorted((a, b) => a.to - b.to);
  for (const { from, to } of waiting) steps[to] = Math.max(steps[to] ?? 0, (steps[from] ?? 0) + 1);
  return steps;
};

/** How many steps come one after another. */
export const stepsNeeded = (n: number, dependencies: readonly Dependency[]): number =>
  Math.max(...stepOfEach(n, dependencies)) + 1;
