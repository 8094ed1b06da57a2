import { shapeOf } from '../yaml/shape';
import { UnknownLayout } from '../yaml/splice';
import { EntryCache } from './entryCache';
import { meaningOf } from './meaningOf';
import { missingComments, putComments, wantedComments } from './mergeComments';
import { Merger, type Side } from './merger';
import { mergeWhole } from './mergeWhole';
import type { Refused } from './plan';
import { type Remark, remarksOf } from './remarks';
import { reorderKeys } from './reorderKeys';
import { reorderList } from './reorderList';
import { readSidecar, type SidecarSource } from './sidecar';

export type SidecarMerge =
  | {
      readonly text: string;
      /** Ids of entries that both sides changed differently, or one changed and the other deleted; for keys outside
       *  of entries, their names. Both versions are in the text. */
      readonly conflicts: readonly string[];
    }
  | { readonly refused: Refused; readonly side: Side };

/**
 * Merges two descendants of `base` by entry: ours, with what theirs changed. `base` is empty where both added the file.
 * Refuses where a side cannot be understood or the merge cannot be written without loss. Never throws.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): SidecarMerge {
  const cache = new EntryCache();
  const [was, mine, other] = [base, ours, theirs].map((text) => readSidecar(text, cache));
  const sources = { base: was!, ours: mine!, theirs: other! };
  for (const side of ['base', 'ours', 'theirs'] as const) {
    if (!sources[side].writable) return { refused: sources[side].problems[0]!, side };
  }
  if (ours === theirs || theirs === base) return { text: ours, conflicts: [] };
  if (ours === base) return { text: theirs, conflicts: [] };
  const refused = refuseUnclear(sources.base, sources.ours, sources.theirs);
  if (refused) return refused;
  try {
    return mergeSources(sources.base, sources.ours, sources.theirs);
  } catch (error) {
    if (error instanceof UnknownLayout) return { refused: { code: 'unknownLayout' }, side: 'theirs' };
    throw error;
  }
}

/** Entries that cannot be told apart, and bad ones that only theirs has: a merge by entry would lose them. */
function refuseUnclear(base: SidecarSource, ours: SidecarSource, theirs: SidecarSource): SidecarMerge | undefined {
  for (const [side, source] of Object.entries({ base, ours, theirs })) {
    const twice = source.problems.find(({ code }) => code === 'duplicateId');
    if (twice) return { refused: twice, side: side as Side };
  }
  const bad = (source: SidecarSource) =>
    [...source.annotationItems, ...source.correctionItems].filter(({ value }) => value === undefined);
  const known = new Set([...bad(base), ...bad(ours)].map(({ entry }) => shapeOf(entry.node)));
  const lost = bad(theirs).find(({ entry }) => !known.has(shapeOf(entry.node)));
  return lost && { refused: { code: 'badEntry', line: lost.line, detail: '' }, side: 'theirs' };
}

/**
 * By entry, which decides what the result says; then by lines where these say the same, because they keep every comment
 * and order in its place; else comments that are missing are put above what they were about.
 */
function mergeSources(base: SidecarSource, ours: SidecarSource, theirs: SidecarSource): SidecarMerge {
  const lists = (['annotations', 'corrections'] as const).map((list) => ({ list }));
  let ordered = ours;
  for (const { list } of lists) {
    const order = reorderList(base, ordered, theirs, list);
    if ('source' in order) ordered = order.source;
  }
  const merger = new Merger(base, ordered, theirs);
  const entries = merger.merge();
  if ('refused' in entries) return entries;
  const merged = readSidecar(entries.text, ours.cache);
  // judged now: an entry that ours took away and theirs changed is there again, where theirs may have moved it
  const orders = lists.flatMap(({ list }): Remark[] => {
    const order = reorderList(base, merged, theirs, list);
    return 'theirs' in order ? [{ name: list, key: list, words: `the order ${order.theirs.join(', ')}` }] : [];
  });
  const conflicts = [...entries.conflicts, ...orders.map(({ name }) => name)];
  if (conflicts.length === 0) {
    const whole = mergeWhole(base, ours, theirs, merged);
    if (whole) return { text: whole.file.raw, conflicts };
  }
  let inOrder = merged;
  for (const of of ['file', 'document'] as const) {
    const order = reorderKeys(base, inOrder, theirs, of);
    if ('source' in order) {
      inOrder = order.source;
      continue;
    }
    const name = of === 'file' ? 'order of keys' : 'document';
    const words = `the keys in the order ${order.theirs.join(', ')}`;
    orders.push({ name, key: of === 'file' ? undefined : 'document', words });
    conflicts.push(name);
  }
  const remarked = readSidecar(inOrder.file.spliced(remarksOf(inOrder, [...entries.remarks, ...orders])), ours.cache);
  const wanted = wantedComments(base, ours, theirs);
  const missing = missingComments(wanted, ours, theirs, remarked);
  const text = remarked.file.spliced(putComments(remarked, missing));
  const result = readSidecar(text, ours.cache);
  if (meaningOf(result) !== meaningOf(merged) || missingComments(wanted, ours, theirs, result).length > 0) {
    throw new UnknownLayout('comments without a place');
  }
  return { text: text.raw, conflicts };
}
