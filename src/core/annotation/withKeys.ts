import type { YAMLMap } from 'yaml';
import type { NewValue } from '../yaml/mapLayout';
import { applySplices } from '../yaml/splice';
import { ANNOTATION_KEYS, CORRECTION_KEYS, type ListKey } from './entryKeys';
import { itemsOf } from './layoutOf';
import { setEntryKeys } from './setEntryKeys';
import { readSidecar } from './sidecar';

/** Gives the entry that `lines` hold, as they stand in a list, other values under some keys. Throws `UnknownLayout`. */
export function withKeys(lines: string, values: Readonly<Record<string, NewValue | null>>, list: ListKey): string {
  const head = `${list}:\n`;
  const source = readSidecar(head + lines);
  const { entry } = itemsOf(source, list)[0]!;
  const order = list === 'annotations' ? ANNOTATION_KEYS : CORRECTION_KEYS;
  return applySplices(source.text, setEntryKeys(entry, entry.node as YAMLMap, values, order)).slice(head.length);
}
