import { mergeText } from '../text/mergeText';
import { meaningOf } from './meaningOf';
import { hasComments, wantedComments } from './mergeComments';
import { readSidecar, type SidecarSource } from './sidecar';

/**
 * The merge by lines, which keeps every comment and order where it was put: undefined where lines conflict or the
 * result says anything else than the merge by entry, `merged`.
 */
export function mergeWhole(
  base: SidecarSource,
  ours: SidecarSource,
  theirs: SidecarSource,
  merged: SidecarSource,
): SidecarSource | undefined {
  const { text, conflicts } = mergeText(base.text, ours.text, theirs.text);
  if (conflicts > 0) return undefined;
  const file = ours.file.spliced([difference(ours.text, text)]);
  const source = readSidecar(file, ours.cache);
  const isGood =
    source.text === text &&
    meaningOf(source) === meaningOf(merged) &&
    hasComments(wantedComments(base, ours, theirs), source);
  return isGood ? source : undefined;
}

/** What makes one text of another, as one splice. */
function difference(before: string, after: string): { from: number; to: number; text: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}
