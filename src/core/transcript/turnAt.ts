import { partitionPoint } from '../text/search';
import type { Turn } from './transcript';

/** The index of the turn that an offset stands in; undefined between turns. */
export function turnAt(turns: readonly Turn[], offset: number): number | undefined {
  const index = partitionPoint(turns.length, (at) => turns[at]!.start <= offset) - 1;
  return index >= 0 && offset < turns[index]!.end ? index : undefined;
}
