import { conflictSides } from '../yaml/conflictMarkers';
import { mergeSidecars, type SidecarMerge } from './mergeSidecars';

/**
 * Merges by entry the two versions that stand in a sidecar with conflict markers, whoever put them there. What both have
 * serves as base where no other is written; where that is no sidecar, there is none, and nothing counts as deleted.
 * Undefined where the markers do not match.
 */
export function mergeConflict(text: string): SidecarMerge | undefined {
  const sides = conflictSides(text);
  if (!sides) return undefined;
  const { base, ours, theirs } = sides;
  const merged = mergeSidecars(base, ours, theirs);
  return 'refused' in merged && merged.side === 'base' ? mergeSidecars('', ours, theirs) : merged;
}
