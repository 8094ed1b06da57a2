import { slips } from '../text/nearestWord';

/** At most this share of the characters differs; more where both end alike, as names of one kind of thing do. */
const DIFFERENT = 0.34;
const DIFFERENT_WITH_ONE_END = 0.5;
const END = 2;

/**
 * Of `names` those that may be another name of `name`, nearest first: the characters of one stand in the other in their
 * order, or few differ. It is for a person to say whether they are.
 */
export function nearNames(name: string, names: readonly string[], keyOf: (name: string) => string): string[] {
  const key = keyOf(name);
  return names
    .map((other) => ({ other, distance: distanceOf(key, keyOf(other)) }))
    .filter(({ distance }) => distance !== undefined && distance > 0)
    .sort((a, b) => a.distance! - b.distance! || (a.other < b.other ? -1 : 1))
    .map(({ other }) => other);
}

/** From 0 for the same to 1; undefined for names that have little in common. */
function distanceOf(a: string, b: string): number | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < END) return undefined;
  const share = slips(short, long) / long.length;
  if (holds(long, short)) return share;
  return share <= (short.slice(-END) === long.slice(-END) ? DIFFERENT_WITH_ONE_END : DIFFERENT) ? share : undefined;
}

/** Whether the characters of `inner` stand in `outer` in their order. */
function holds(outer: string, inner: string): boolean {
  let at = -1;
  return [...inner].every((character) => {
    at = outer.indexOf(character, at + 1);
    return at >= 0;
  });
}
