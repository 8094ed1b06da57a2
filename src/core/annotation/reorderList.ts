import type { ListKey } from './entryKeys';
import { entryNames } from './entryNames';
import { layoutOf } from './layoutOf';
import { inOrderOf, mergeOrder } from './mergeOrder';
import { readSidecar, type SidecarSource } from './sidecar';

/** Puts the entries of ours into the order of theirs if only theirs changed it; `theirs` where both did. */
export function reorderList(
  base: SidecarSource,
  ours: SidecarSource,
  theirs: SidecarSource,
  list: ListKey,
): { readonly source: SidecarSource } | { readonly theirs: readonly string[] } {
  const [was, mine, other] = [base, ours, theirs].map((source) => entryNames(source, list)) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  const order = mergeOrder(was, mine, other);
  if (order === 'ours') return { source: ours };
  if (order === 'conflict') return { theirs: other };
  const wanted = inOrderOf(was, mine, other);
  const { items } = layoutOf(ours, list);
  const splices = items.flatMap((range, index) => {
    const from = items[mine.indexOf(wanted[index]!)]!;
    return from === range ? [] : [{ ...range, text: ours.text.slice(from.from, from.to) }];
  });
  const source = readSidecar(ours.file.spliced(splices), ours.cache);
  const isMoved = source.writable && entryNames(source, list).join('\n') === wanted.join('\n');
  return isMoved ? { source } : { theirs: other };
}
