import { groupBy } from '../groupBy';
import { itemChanges } from './itemChanges';
import type { SloganUse } from './sloganUse';

/** The history of one slogan in the documents at hand. */
export interface SloganHistory {
  readonly name: string;
  readonly kind: SloganUse['kind'];
  /** By day, those of one day by path; undated ones last. */
  readonly uses: readonly SloganUse[];
  /** Days of the first and last dated use; empty where none is dated. */
  readonly first: string;
  readonly last: string;
  readonly mentions: number;
  /** Who said it, in the order of first use in these documents. */
  readonly speakers: readonly string[];
}

/** What becomes of each slogan over time; those used first come first, undated ones last, then by name. */
export function overTime(uses: readonly SloganUse[]): SloganHistory[] {
  const histories = [...groupBy(uses, ({ name }) => name)].map(([name, found]) => historyOf(name, found));
  return histories.sort((a, b) => byDay(a.first, b.first) || (a.name < b.name ? -1 : 1));
}

/** Days in their order, the unknown one last. */
const byDay = (a: string, b: string): number => (a === b ? 0 : a === '' || (b !== '' && a > b) ? 1 : -1);

function historyOf(name: string, found: readonly SloganUse[]): SloganHistory {
  const sorted = [...found].sort((a, b) => byDay(a.date, b.date) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  let known: readonly string[] = [];
  const uses = sorted.map((use, index): SloganUse => {
    const changed = known.length > 0 && use.items.length > 0 ? (itemChanges(known, use.items) ?? null) : null;
    // what nobody can date comes before and behind nothing
    if (use.items.length > 0 && use.date !== '') known = use.items;
    return { ...use, changed: use.date === '' ? null : changed, first: index === 0 && use.date !== '' };
  });
  const dated = uses.filter(({ date }) => date !== '');
  return {
    ...{ name, kind: uses[0]!.kind, uses, first: dated[0]?.date ?? '', last: dated.at(-1)?.date ?? '' },
    mentions: uses.reduce((sum, { mentions }) => sum + mentions, 0),
    speakers: [...new Set(uses.flatMap(({ speakers }) => speakers))],
  };
}
