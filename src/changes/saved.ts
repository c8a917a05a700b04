/** What was kept from an earlier visit, and what becomes of it when the page is opened. */
import { placeTable, type State } from '../store/index.ts';
import { readWork, wholeTable } from './link.ts';

const workKeys = wholeTable.entries.flatMap(({ key, isWork }) => (isWork ? [key] : []));

/** Keys that lead to a place: who follows such a link wants to see what it says. */
const placeKeys = placeTable.entries.flatMap(({ key }) =>
  ['step', 'figure', 'beat', ...workKeys].includes(key) ? [key] : [],
);

/**
 * The part of the state that `saved` brings to a page that is opened with `query`: the work itself where the link says
 * nothing of its own; else an offer, unless link and work are the same or the page is for an audience.
 */
export const savedState = (query: string, saved: string): Partial<State> => {
  if (saved === '') return {};
  const parameters = new URLSearchParams(query);
  const said = [...placeKeys, ...workKeys].some((key) => parameters.has(key));
  if (!said) return { ...readWork(saved).state, keeping: { kind: 'restored' } };
  const isSame = workKeys.every(
    (key) => parameters.get(key) === new URLSearchParams(saved).get(key),
  );
  if (isSame || parameters.get('view') === 'present') return {};
  return { keeping: { kind: 'waiting', work: saved } };
};

/** A file with everything in it, whatever its length. */
export const fileOf = (link: string): string =>
  `${JSON.stringify({ 'seeing-attention': 1, link }, null, 2)}\n`;

/** The link in a file; null where it is none of ours. */
export const linkInFile = (text: string): string | null => {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null) return null;
    const { link, 'seeing-attention': version } = file as Record<string, unknown>;
    return version === 1 && typeof link === 'string' ? link : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
