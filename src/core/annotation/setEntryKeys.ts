import type { YAMLMap } from 'yaml';
import { type NewValue, setKeys } from '../yaml/mapLayout';
import type { Splice } from '../yaml/splice';
import type { EntryNode } from './entryCache';

/** Gives keys of an entry, or of a map inside it, other values, on their lines in the file. Throws `UnknownLayout`. */
export function setEntryKeys(
  { text, offset }: EntryNode,
  map: YAMLMap,
  values: Readonly<Record<string, NewValue | null>>,
  order: readonly string[],
): Splice[] {
  return setKeys(text, map, values, order).map((splice) => ({
    ...splice,
    from: splice.from + offset,
    to: splice.to + offset,
  }));
}
