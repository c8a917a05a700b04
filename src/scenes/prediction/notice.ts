/** What has to be said beside a prediction: nothing where the model is used as it was trained. */
import type { Messages } from '../../i18n/index.ts';
import {
  contextLengthOf,
  selectDepartures,
  selectPredicts,
  type State,
} from '../../store/index.ts';

const mostSaid = 4;

/** A few short lines; none where there is nothing to say. */
export const noticeLines = (state: State, { ui }: Messages): readonly string[] => {
  if (!selectPredicts(state)) return ui.noPrediction(contextLengthOf(state));
  const departures = selectDepartures(state);
  if (departures.length === 0) return [];
  if (departures[0] === 'untrained') return ui.randomSo;
  const said = departures.map((departure) => ui.departures[departure] ?? departure);
  // A line has room for four; the header's badge names them all.
  return ui.neverTrainedSo(said.length > mostSaid ? [...said.slice(0, mostSaid - 1), '…'] : said);
};
