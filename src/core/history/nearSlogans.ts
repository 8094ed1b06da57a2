import { nearNames } from '../names/nearNames';
import type { SloganHistory } from './overTime';
import { sloganKey } from './sloganNames';

/** So many of the items of one are those of the other, where the same is called by two names. */
const SHARED = 2 / 3;

/**
 * Slogans that may be `name` under another name: those that stand for the same, then those that are called nearly the
 * same, nearest first.
 */
export function nearSlogans(name: string, histories: readonly SloganHistory[]): string[] {
  const own = itemsOf(histories.find((history) => history.name === name));
  const alike = histories.filter((history) => history.name !== name && shareOf(own, itemsOf(history)) >= SHARED);
  const near = nearNames(
    name,
    histories.map((history) => history.name),
    sloganKey,
  );
  return [...new Set([...alike.map((history) => history.name), ...near])];
}

/** What it was last said to stand for, in one script and without marks. */
const itemsOf = (history: SloganHistory | undefined): ReadonlySet<string> =>
  new Set(history?.uses.findLast(({ items }) => items.length > 0)?.items.map(sloganKey));

/** Of all items of two slogans those that both have. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = new Set([...a, ...b]).size;
  return all === 0 ? 0 : [...a].filter((item) => b.has(item)).length / all;
}
