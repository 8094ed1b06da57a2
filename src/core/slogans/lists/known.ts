import type { Span } from '../../text/span';
import { lexiconEntry } from '../lexicon';

/** What may stand between two items, and what governs each of them: ，坚决. */
const JOINT = /^[”’]?(?:[、，；]|[、，；]?(?:以及|和|与|及|并))[“‘]?\p{Script=Han}{0,4}$/u;
const GAP = 9;
/** So many places of the first item are looked at. */
const MOST = 40;

/** The rows that were found in the text that was asked for last, by name: its mentions ask one after the other. */
const last = { text: '', rows: new Map<string, readonly (readonly Span[])[]>() };

/**
 * What the lexicon knows a formula to stand for, word for word and in its order, wherever the text has it: at the place nearest to
 * the formula.
 */
export function readKnown(text: string, at: number, name: string): readonly Span[] | undefined {
  const items = lexiconEntry(name)?.items ?? [];
  if (items.length < 2) return undefined;
  if (last.text !== text) {
    last.text = text;
    last.rows.clear();
  }
  let rows = last.rows.get(name);
  if (!rows) {
    rows = rowsIn(text, items);
    last.rows.set(name, rows);
  }
  const behind = rows.findIndex((row) => row[0]!.start > at);
  const distance = (row: readonly Span[]) => Math.min(Math.abs(row[0]!.start - at), Math.abs(row.at(-1)!.end - at));
  return rows.slice(0, behind < 0 ? rows.length : behind + 1).sort((a, b) => distance(a) - distance(b))[0];
}

function rowsIn(text: string, items: readonly string[]): Span[][] {
  const found: Span[][] = [];
  let place = text.indexOf(items[0]!);
  for (let tried = 0; place >= 0 && tried < MOST; tried++) {
    const row = rowAt(text, place, items);
    if (row) found.push(row);
    place = text.indexOf(items[0]!, place + 1);
  }
  return found;
}

function rowAt(text: string, place: number, items: readonly string[]): Span[] | undefined {
  const row: Span[] = [];
  let from = place;
  for (const item of items) {
    const start = text.slice(from, from + GAP + item.length).indexOf(item);
    if (start < 0 || (row.length > 0 && !JOINT.test(text.slice(from, from + start)))) return undefined;
    row.push({ start: from + start, end: from + start + item.length });
    from += start + item.length;
  }
  const shared = sharedBefore(text, row);
  return row.map(({ start, end }) => ({ start: start - shared, end }));
}

/** 坚决维护A，坚决维护B where the lexicon has 维护A, 维护B: how much all of them have before them in their clause. */
function sharedBefore(text: string, row: readonly Span[]): number {
  const last = row.at(-1)!;
  const before =
    /(?<=[，、；：“])\p{Script=Han}{1,4}$/u.exec(text.slice(Math.max(0, last.start - 5), last.start))?.[0] ?? '';
  return before !== '' && row.every(({ start }) => text.startsWith(before, start - before.length)) ? before.length : 0;
}
