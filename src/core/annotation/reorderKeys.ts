import { isMap } from 'yaml';
import { pairOf } from '../yaml/nodes';
import { lineEnd, lineStart, pairEnd, rangeOf } from '../yaml/splice';
import { meaningOf } from './meaningOf';
import { inOrderOf, mergeOrder } from './mergeOrder';
import { readSidecar, type SidecarSource } from './sidecar';
import { keysOf } from './writing';

/**
 * Puts the keys of the file, or of its document part, into the order of theirs if only theirs changed it; `theirs`
 * where both did, or where the keys cannot be moved.
 */
export function reorderKeys(
  base: SidecarSource,
  merged: SidecarSource,
  theirs: SidecarSource,
  of: 'file' | 'document',
): { readonly source: SidecarSource } | { readonly theirs: readonly string[] } {
  const mapIn = ({ root }: SidecarSource) => (of === 'file' ? root : pairOf(root, 'document')?.value);
  const [was, mine, other] = [base, merged, theirs].map((source) => keysOf(mapIn(source))) as [
    string[],
    string[],
    string[],
  ];
  const order = mergeOrder(was, mine, other);
  if (order === 'ours') return { source: merged };
  const wanted = inOrderOf(was, mine, other);
  const map = mapIn(merged);
  if (order === 'conflict' || !isMap(map) || map.flow) return { theirs: other };
  const { text } = merged;
  const starts = map.items.map(({ key }) => lineStart(text, rangeOf(key).from));
  const end = lineEnd(text, pairEnd(map.items.at(-1)!));
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? end));
  const moved = wanted.map((key) => lines[mine.indexOf(key)]).join('');
  const source = readSidecar(merged.file.spliced([{ from: starts[0]!, to: end, text: moved }]), merged.cache);
  const isMoved = meaningOf(source) === meaningOf(merged) && keysOf(mapIn(source)).join('\n') === wanted.join('\n');
  return isMoved ? { source } : { theirs: other };
}
