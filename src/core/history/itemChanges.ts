import { compared } from '../query/conditions';
import { slips } from '../text/nearestWord';

/** How what a slogan stands for differs from an earlier explanation of it; items in their own words. */
export interface ItemChanges {
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly reworded: readonly { readonly from: string; readonly to: string }[];
  /** The same words in another order. */
  readonly moved: readonly string[];
}

/** An item is another's new wording where at most this share of its characters differs. */
const REWORDED = 0.5;

/** Compares two explanations item by item; undefined where nothing differs but script, width, blanks and marks. */
export function itemChanges(before: readonly string[], after: readonly string[]): ItemChanges | undefined {
  const plain = (item: string) => compared(item).replace(/[^\p{L}\p{N}]/gu, '');
  const [old, now] = [before.map(plain), after.map(plain)];
  const keptFrom = now.map((item) => old.indexOf(item));
  const inOrder = longestRise(keptFrom);
  const gone = old.flatMap((item, index) => (now.includes(item) ? [] : [index]));
  const fresh = now.flatMap((_, index) => (keptFrom[index]! < 0 ? [index] : []));
  const pairs = gone
    .flatMap((from) => fresh.map((to) => ({ from, to, share: differing(old[from]!, now[to]!) })))
    .filter(({ share }) => share <= REWORDED)
    .sort((a, b) => a.share - b.share);
  const [paired, taken] = [new Map<number, number>(), new Set<number>()];
  for (const { from, to } of pairs) {
    if (paired.has(from) || taken.has(to)) continue;
    paired.set(from, to);
    taken.add(to);
  }
  const changes: ItemChanges = {
    added: fresh.filter((index) => !taken.has(index)).map((index) => after[index]!),
    dropped: gone.filter((index) => !paired.has(index)).map((index) => before[index]!),
    reworded: [...paired].sort(([a], [b]) => a - b).map(([from, to]) => ({ from: before[from]!, to: after[to]! })),
    moved: now.flatMap((_, index) => (keptFrom[index]! >= 0 && !inOrder.has(index) ? [after[index]!] : [])),
  };
  return Object.values(changes).some(({ length }) => length > 0) ? changes : undefined;
}

const differing = (a: string, b: string): number => slips(a, b) / Math.max(1, a.length, b.length);

/** The indices of the longest run of rising places; negative places are none. */
function longestRise(places: readonly number[]): ReadonlySet<number> {
  const best: number[][] = [];
  for (const [index, place] of places.entries()) {
    if (place < 0) continue;
    const before = best.filter((run) => places[run.at(-1)!]! < place).sort((a, b) => b.length - a.length)[0] ?? [];
    best.push([...before, index]);
  }
  return new Set(best.sort((a, b) => b.length - a.length)[0]);
}
