/** The stations of the chain that can be opened: each is a stop of the step. */
import type { Messages } from '../../i18n/index.ts';
import { everyRowBeat, stepOf } from '../../walkthrough/index.ts';

/** The stop that shows the whole chain. */
export const answerBeat = 'answer';

const { beats } = stepOf('prediction');

/** The stops that open a station, in the order of the chain. */
export const openedStops: readonly string[] = beats
  .map(({ id }) => id)
  .filter((id) => id !== answerBeat && id !== everyRowBeat);

/** A station's name as the figure of 2017 has it. */
export const stopName = (id: string, { ui }: Messages): string => {
  if (id === answerBeat) return ui.wholeWay;
  if (id === 'feed-forward') return ui.blocks['feedForward'] ?? id;
  return id === 'logits' ? ui.outputLayer : (ui.blocks['addNorm'] ?? id);
};

/** The same in a word, where there is little room. */
export const shortStopName = (id: string, { ui }: Messages): string =>
  id === answerBeat ? ui.wholeWay : (ui.beats[id] ?? id);
