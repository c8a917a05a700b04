/** `npm run train`: trains the example model and writes src/example/parameters.json, the same bytes on every run of one Node version. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parameterNames, type DecoderParameters } from '../src/decoder/index.ts';
import { toRows } from '../src/math/index.ts';
import {
  advanceRun,
  corpus,
  entropyFloor,
  floorWithoutContext,
  lossOf,
  ourPlan,
  roundedParameters,
  sequencesOf,
  startRun,
  vocabularyOf,
  type Means,
  type Plan,
} from '../src/training/index.ts';
import { root } from './lib/site.ts';
import { reportOf } from './lib/training-report.ts';

const vocabulary = vocabularyOf(corpus);
const sequences = sequencesOf(corpus, vocabulary);

const train = (plan: Plan): DecoderParameters => {
  const never = (): boolean => false;
  const { parameters } = advanceRun(startRun(plan, vocabulary.length), plan, sequences, never);
  return roundedParameters(parameters);
};

/** Enough digits for every use, and few enough to read. */
const rounded = (value: number): number => Number(value.toFixed(4));
const figure = ({ mean, byPosition }: Means) => ({
  mean: rounded(mean),
  byPosition: byPosition.map(rounded),
});

/** JSON with a row of a matrix on a line, so that a change of the parameters can be read; in hundredths, which are whole. */
const print = (content: Record<string, unknown>, parameters: DecoderParameters): string => {
  const rows = parameterNames.map(
    (name) =>
      `    ${JSON.stringify(name)}: [\n${toRows(parameters[name])
        .map((row) => `      ${JSON.stringify(row.map((value) => Math.round(value * 100)))}`)
        .join(',\n')}\n    ]`,
  );
  const head = Object.entries(content).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${head.join(',\n')},\n  "parameters": {\n${rows.join(',\n')}\n  }\n}\n`;
};

const parameters = train(ourPlan);
const withoutAttention = train({ ...ourPlan, attention: false });
const content = {
  vocabulary: vocabulary.join(''),
  sentences: corpus.length,
  plan: ourPlan,
  loss: figure(lossOf(parameters, sequences)),
  entropyFloor: figure(entropyFloor(sequences)),
  lossWithoutAttention: figure(lossOf(withoutAttention, sequences)),
  floorWithoutContext: figure(floorWithoutContext(sequences)),
};
writeFileSync(join(root, 'src/example/parameters.json'), print(content, parameters));
process.stdout.write(reportOf({ parameters, withoutAttention, vocabulary, sequences }));
