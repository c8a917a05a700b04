/** Runs commands one after the other, every one of them even if an earlier one failed, and says at the end how each went. */
import { spawnSync } from 'node:child_process';
import { root } from './site.ts';

export interface Step {
  readonly name: string;
  /** The command and its arguments, or a function that throws where the step fails. */
  readonly run: readonly string[] | (() => void);
}

const succeeds = ({ name, run }: Step): boolean => {
  process.stdout.write(`\n▶ ${name}\n`);
  if (typeof run !== 'function') {
    const [command = '', ...args] = run;
    const shell = process.platform === 'win32';
    return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell }).status === 0;
  }
  try {
    run();
    return true;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
};

/** The exit code: 0 where every step succeeded. */
export const runSteps = (steps: readonly Step[]): number => {
  const results = steps.map((step) => ({ name: step.name, passed: succeeds(step) }));
  process.stdout.write('\n');
  for (const { name, passed } of results) {
    process.stdout.write(`${passed ? '✓' : '✗'} ${name}${passed ? '' : ' failed'}\n`);
  }
  return results.every(({ passed }) => passed) ? 0 : 1;
};
