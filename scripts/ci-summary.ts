/** The last line of .ci/run: `N passed, N failed`, from the reports and from the names of the failed gates given as arguments. */
import { countReport } from './lib/reports.ts';
import { total } from './lib/counts.ts';

const tests = total([countReport('vitest'), countReport('playwright')]);
// The failed tests are counted by themselves; the gate that ran them counts only where none of them shows why it failed.
const gates = process.argv.slice(2).filter((gate) => gate !== 'test' || tests.failed === 0);
process.stdout.write(`${tests.passed} passed, ${tests.failed + gates.length} failed\n`);
