import { mergeOrder } from './mergeOrder';

/**
 * Both sides' additions and removals, in the order that one side gave them; an addition stands behind the tag that it
 * was put behind. Both orders differ from the old one and from each other: `conflict`, and the order is that of ours.
 */
export function mergeTags(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): { readonly tags: readonly string[]; readonly conflict: boolean } {
  const order = mergeOrder(base, ours, theirs);
  const [lead, other] = order === 'theirs' ? [theirs, ours] : [ours, theirs];
  const tags = lead.filter((tag) => other.includes(tag) || !base.includes(tag));
  for (const [index, tag] of other.entries()) {
    if (base.includes(tag) || tags.includes(tag)) continue;
    const behind = other.slice(0, index).findLast((earlier) => tags.includes(earlier));
    let at = behind === undefined ? 0 : tags.indexOf(behind) + 1;
    // what the other side has added at the same place comes first
    while (at < tags.length && !base.includes(tags[at]!) && !other.includes(tags[at]!)) at++;
    tags.splice(at, 0, tag);
  }
  return { tags, conflict: order === 'conflict' };
}
