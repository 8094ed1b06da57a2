import type { Pair } from 'yaml';
import { groupBy } from '../groupBy';
import { indentLines, insertItems, type ListLayout, type NewItem, removeItems } from '../yaml/listLayout';
import { pairOf } from '../yaml/nodes';
import {
  columnOf,
  lineEnd,
  lineStart,
  pairEnd,
  rangeOf,
  refuseReferences,
  type Splice,
  textEnd,
  UnknownLayout,
} from '../yaml/splice';
import { flowText } from '../yaml/writeYaml';
import type { Target } from './annotation';
import type { ListKey } from './entryKeys';
import { itemsOf, layoutOf } from './layoutOf';
import type { Expected } from './plan';
import { readSidecar, type SidecarSource, type SourceItem } from './sidecar';

/** An entry to put into a list, at the place that its text order or its old neighbour gives it. */
export interface Addition<T> {
  readonly value: T;
  readonly lines: string;
  /** The index of the item that it goes behind, -1 for none; undefined: by the order of the text. */
  readonly follows?: number | undefined;
  readonly above?: string | undefined;
}

interface ListPlan<T> {
  readonly splices: Splice[];
  readonly expected: Expected<T>[];
}

/** How an item is written, and what stands between it and the one before. */
export interface Written {
  readonly lines: string;
  readonly above: string;
}

export function writtenItem(text: string, layout: ListLayout, index: number): Written {
  const { from, to } = layout.items[index]!;
  const words = text.slice(from, to);
  if (layout.style === 'flow') return { lines: `- ${words}\n`, above: '' };
  return { lines: words, above: text.slice(layout.items[index - 1]?.to ?? layout.head, from) };
}

export function planRemovals<T>(
  source: SidecarSource,
  key: ListKey,
  items: readonly SourceItem<T>[],
  gone: ReadonlySet<number>,
): ListPlan<T> & { readonly removed: ReadonlyMap<number, Written> } {
  const { text, root } = source;
  const pair = pairOf(root, key)!;
  const layout = layoutOf(source, key);
  const removed = new Map<number, Written>();
  for (const index of gone) {
    refuseReferences(items[index]!.entry.node, true);
    removed.set(index, writtenItem(text, layout, index));
  }
  return {
    splices: removeItems(text, pair, layout, gone),
    expected: items.flatMap((item, index) => (gone.has(index) ? [] : [{ kept: item }])),
    removed,
  };
}

export function planAdditions<T extends { readonly target: Target }>(
  source: SidecarSource,
  key: ListKey,
  items: readonly SourceItem<T>[],
  additions: readonly Addition<T>[],
): ListPlan<T> {
  const { text, root } = source;
  const placed = place(items, additions);
  const expected: Expected<T>[] = [];
  const byGap = groupBy(placed, ({ gap }) => gap);
  for (let gap = 0; gap <= items.length; gap++) {
    for (const { value, lines } of byGap.get(gap) ?? []) expected.push({ value, others: othersOf(source, lines, key) });
    if (gap < items.length) expected.push({ kept: items[gap]! });
  }
  const added = placed.map(({ gap, lines, above }): NewItem => ({ gap, lines, above, flow: () => inFlow(lines, key) }));
  const pair = pairOf(root, key);
  const splices = pair ? insertItems(text, pair, layoutOf(source, key), added) : [newList(source, key, added)];
  return { splices, expected };
}

/**
 * The index of the item that an entry is put back behind, `follows` being that of its old neighbour: what has come between
 * its neighbours stands in the order of the text, as far as the one that it `precedes`.
 */
export function behindOld<T extends { readonly target: Target }>(
  items: readonly SourceItem<T>[],
  { start }: Target,
  follows: number,
  precedes: number | undefined,
): number {
  let behind = follows;
  const isBefore = (index: number) => (items[index]?.value?.target.start ?? 0) < start;
  while (precedes !== undefined && behind + 1 < precedes && isBefore(behind + 1)) behind++;
  return behind;
}

/** Entries with a known neighbour go directly behind it, the others by their place in the transcript. */
function place<T extends { readonly target: Target }>(
  items: readonly SourceItem<T>[],
  additions: readonly Addition<T>[],
): (Addition<T> & { readonly gap: number })[] {
  const starts = items.map(({ value }) => value?.target.start ?? 0);
  const neighbours = additions.filter(({ follows }) => follows !== undefined);
  const others = additions.filter(({ follows }) => follows === undefined);
  return [
    ...neighbours.map((addition) => ({ ...addition, gap: addition.follows! + 1 })),
    ...others
      .map((addition) => {
        const { start } = addition.value.target;
        return { ...addition, gap: starts.findLastIndex((other) => other <= start) + 1 };
      })
      .sort((a, b) => a.value.target.start - b.value.target.start),
  ];
}

/** Annotations stand above corrections; else a new list is begun at the end. */
function newList(source: SidecarSource, key: ListKey, added: readonly { readonly lines: string }[]): Splice {
  const { text, root } = source;
  if (root?.flow) throw new UnknownLayout('a file in brackets');
  const indent = root?.items[0] ? columnOf(text, rangeOf(root.items[0].key).from) : 0;
  const lines = added.map((item) => indentLines(item.lines, indent + 2)).join('');
  const corrections = key === 'annotations' ? pairOf(root, 'corrections') : undefined;
  const at = corrections ? aboveKey(source, corrections) : textEnd(text);
  return { from: at, to: at, text: `${' '.repeat(indent)}${key}:\n${lines}` };
}

/**
 * Takes a list with its only entry away, if it stands at the end of the file just as `newList` would begin it there
 * again: then it has no words of a person, and nothing is lost.
 */
export function listAtEnd(source: SidecarSource, key: ListKey, lines: string): Splice | undefined {
  const { text, root } = source;
  const pair = pairOf(root, key)!;
  if (root!.items[0] === pair) return undefined;
  const from = lineStart(text, rangeOf(pair.key).from);
  const again = newList(source, key, [{ lines }]).text;
  const to = textEnd(text);
  return text.slice(from, to) === again ? { from, to, text: '' } : undefined;
}

/** The line of a key or, with comments directly above it, the first of those. */
export function aboveKey({ text, root }: SidecarSource, pair: Pair): number {
  const index = root!.items.indexOf(pair);
  const limit = index === 0 ? 0 : lineEnd(text, pairEnd(root!.items[index - 1]!));
  const start = lineStart(text, rangeOf(pair.key).from);
  if (index === 0) return start;
  let above = start;
  while (above > limit && text.startsWith('#', lineStart(text, above - 1))) above = lineStart(text, above - 1);
  return Math.max(above, limit);
}

/** The one item that `lines` hold, read on its own. */
const itemOf = (lines: string, key: ListKey): SourceItem<unknown> | undefined =>
  itemsOf(readSidecar(`${key}:\n${indentLines(lines, 2)}`), key)[0];

/** Writes an annotation's lines over those of the item at `index`. */
export function overwriteItem(layout: ListLayout, index: number, lines: string): Splice {
  const { from, to } = layout.items[index]!;
  return { from, to, text: layout.style === 'flow' ? inFlow(lines, 'annotations') : indentLines(lines, layout.indent) };
}

const inFlow = (lines: string, key: ListKey): string => flowText(itemOf(lines, key)?.entry.node);
export const othersOf = ({ cache }: SidecarSource, lines: string, key: ListKey): ReadonlyMap<string, string> =>
  (cache.read(key, indentLines(lines, 2)) ?? itemOf(lines, key))?.others ?? new Map();
