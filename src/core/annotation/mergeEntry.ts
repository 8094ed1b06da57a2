import { same } from '../yaml/shape';
import type { Annotation } from './annotation';
import { mergeTags } from './mergeTags';
import { mergeValue } from './mergeValue';
import type { AnnotationChange } from './sidecarOperation';

/** An entry as merging compares it: what it means, and the shapes of the keys that the model does not know. */
export interface MergedEntry {
  readonly value: Annotation;
  readonly others: ReadonlyMap<string, string>;
}

export const sameEntry = (a: MergedEntry, b: MergedEntry): boolean =>
  same(a.value, b.value) && same([...a.others].sort(), [...b.others].sort());

export interface EntryMerge {
  /** What theirs changed, as a change of ours. */
  readonly changes: AnnotationChange;
  /** Unknown keys to take from theirs, or to take away. */
  readonly others: readonly string[];
  /** Both changed the same key differently. */
  readonly conflict: boolean;
}

const KEYS = ['target', 'note', 'creator', 'created', 'resolution', 'conflictsWith'] as const;

/** Merges one entry key by key. Without `base`, both sides added it: then nothing stood under any key. */
export function mergeEntry(base: MergedEntry | undefined, ours: MergedEntry, theirs: MergedEntry): EntryMerge {
  const changes: Record<string, unknown> = {};
  let conflict = false;
  for (const key of KEYS) {
    const [was, mine, other] = [base, ours, theirs].map((entry) => entry?.value[key] ?? null);
    const taken = mergeValue(was, mine, other);
    if (taken === 'theirs') changes[key] = other;
    else if (taken === 'conflict') conflict = true;
  }
  const tags = mergeTags(base?.value.tags ?? [], ours.value.tags, theirs.value.tags);
  if (!same(tags.tags, ours.value.tags)) changes.tags = tags.tags;
  conflict ||= tags.conflict;
  const others: string[] = [];
  for (const key of new Set([...ours.others.keys(), ...theirs.others.keys()])) {
    const taken = mergeValue(
      base?.others.get(key) ?? null,
      ours.others.get(key) ?? null,
      theirs.others.get(key) ?? null,
    );
    if (taken === 'theirs' && !key.startsWith('target.')) others.push(key);
    else if (taken !== 'ours') conflict = true;
  }
  return { changes: changes as AnnotationChange, others, conflict };
}
