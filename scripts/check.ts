/** `npm run check`: every gate that needs no browser; each is also a script of its own. */
import { runSteps } from './lib/steps.ts';

const GATES = ['format', 'types', 'lint', 'unused', 'unit'] as const;

process.exitCode = runSteps(
  GATES.map((gate) => ({ name: gate, run: ['npm', 'run', '--silent', `check:${gate}`] })),
);
