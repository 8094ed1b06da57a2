import { same } from '../yaml/shape';

/** Whose value holds, of one key. */
export function mergeValue(base: unknown, ours: unknown, theirs: unknown): 'ours' | 'theirs' | 'conflict' {
  if (same(theirs, base) || same(theirs, ours)) return 'ours';
  return same(ours, base) ? 'theirs' : 'conflict';
}
