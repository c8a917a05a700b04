/** How one query asks: it walks along the keys from the first, gets a score at each, all scores become shares at once, and the values come home in their shares. */
import { clamp, momentOf, travelled, type Moment, type Motion, type Place } from './moment.ts';

export interface AskShape {
  /** The cell of the context that is looked at closely; its row is the query's own line, where it sets out and comes back to. */
  readonly first: Place;
  /** Columns of the context; a score has as many terms. */
  readonly cols: number;
  /** Whether each key may be asked. The others are passed by. */
  readonly open: readonly boolean[];
}

/** Milliseconds at single speed. */
const times = {
  lead: 200,
  /** From the query's own line to the first key. */
  out: 350,
  /** One key: the way to it, the terms of its score, a rest. */
  key: 480,
  /** All keys together take no longer. */
  keys: 2400,
  shares: 800,
  /** One value on its way home, and the next behind it. */
  home: 700,
  next: 260,
  /** All values together set out within this. */
  nexts: 1040,
  fill: 150,
  rest: 250,
} as const;

/** Parts of a key's time: when the query has come to it, when all terms have landed, and when the score is there. */
const walks = 0.35;
const landed = 0.75;
const scored = 0.95;

/** The stations, one after the other: scores, shares, context. */
const [scores, shares, context] = [0, 1, 2] as const;

/** When each part begins, from 0. */
const schedule = (count: number) => {
  const key = Math.min(times.key, times.keys / Math.max(1, count));
  const next = Math.min(times.next, times.nexts / Math.max(1, count - 1));
  const keysFrom = times.lead + times.out;
  const sharesFrom = keysFrom + count * key;
  const homeFrom = sharesFrom + times.shares;
  const fillFrom = homeFrom + Math.max(0, count - 1) * next + times.home;
  const duration = fillFrom + times.fill + times.rest;
  return { key, next, keysFrom, sharesFrom, homeFrom, fillFrom, duration };
};

/**
 * `station` is the score of a key, `between` the shares, `arrived` a value on its way home, `landed` the terms of the
 * score or of the context; `part` is how far the shares have come.
 */
export const askMotion = ({ first, cols, open }: AskShape): Motion => {
  const asked = open.flatMap((isOpen, index) => (isOpen ? [index] : []));
  const { key, next, keysFrom, sharesFrom, homeFrom, fillFrom, duration } = schedule(asked.length);
  /** How much of the time of the key that is asked as the so-many-th is over. */
  const keyPart = (place: number, now: number): number => clamp((now - keysFrom) / key - place);
  const homePart = (place: number, now: number): number =>
    clamp((now - homeFrom - place * next) / times.home);
  /** The line at which the query stands. */
  const standAt = (now: number): number => {
    const home = first.row;
    const [start = home] = asked;
    const out = travelled((now - times.lead) / times.out);
    const walked = asked.slice(1).reduce((line, to, index) => {
      const from = asked[index] ?? home;
      return line + (to - from) * travelled(keyPart(index + 1, now) / walks);
    }, start);
    const back = travelled((now - sharesFrom) / (times.shares / 2));
    const line = home + (walked - home) * out;
    return line + (home - line) * back;
  };
  /** The key that is asked, or walked to. */
  const placeAt = (now: number): number =>
    Math.max(0, Math.min(asked.length - 1, Math.floor((now - keysFrom) / key)));
  /** Values that are home, in the order of the keys, and the way that the next one has come. */
  const broughtBy = (now: number): number => {
    const place = asked.findIndex((_, index) => homePart(index, now) < 1);
    return place < 0 ? open.length : (asked[place] ?? 0) + homePart(place, now);
  };
  const reachedAt = (now: number): Pick<Moment, 'cell' | 'reached' | 'landed'> => {
    const place = placeAt(now);
    const col = asked[place];
    if (now >= duration || col === undefined)
      return { cell: null, reached: null, landed: Number.POSITIVE_INFINITY };
    const scoring = clamp((keyPart(place, now) - walks) / (landed - walks));
    if (now < sharesFrom)
      return { cell: { ...first, col }, reached: scores, landed: scoring * cols };
    if (now < homeFrom)
      return { cell: { ...first, col }, reached: shares, landed: Number.POSITIVE_INFINITY };
    return { cell: first, reached: context, landed: broughtBy(now) };
  };
  const stills = [
    0,
    ...asked.map((_, index) => keysFrom + (index + (1 + scored) / 2) * key),
    homeFrom,
    (homeFrom + fillFrom) / 2,
    duration,
  ];
  return {
    duration,
    stills: stills.map((at) => at / duration),
    at: (t) => {
      const now = clamp(t) * duration;
      const placeOf = (line: number): number => asked.indexOf(line);
      const part = travelled((now - sharesFrom) / times.shares);
      return momentOf({
        ...reachedAt(now),
        part,
        stand: standAt(now),
        station: (line) =>
          open[line] === true
            ? clamp((keyPart(placeOf(line), now) - landed) / (scored - landed))
            : 1,
        between: () => part,
        arrived: (line) => (open[line] === true ? homePart(placeOf(line), now) : 1),
        shown: (row) => (row === first.row ? clamp((now - fillFrom) / times.fill) : 1),
      });
    },
  };
};
