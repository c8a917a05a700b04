/** How a reader is met: whether the tour begins by itself. */
import { readLink } from '../store/index.ts';

/** `begin`: the tour comes by itself. `offer`: its button says that it is new. */
export type Welcome = 'begin' | 'offer' | 'none';

/** What a link may choose without leading anywhere. */
const looks: ReadonlySet<string> = new Set(['language', 'theme']);

/** Who follows a link to a place came for that, and is only offered the tour. */
export const welcomeTo = (query: string, isNew: boolean): Welcome => {
  if (!isNew) return 'none';
  const { state, rejected } = readLink(query);
  const leadsNowhere = rejected.length === 0 && Object.keys(state).every((key) => looks.has(key));
  return leadsNowhere ? 'begin' : 'offer';
};
