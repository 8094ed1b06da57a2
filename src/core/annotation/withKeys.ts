import type { YAMLMap } from 'yaml';
import { type NewValue, setKeys } from '../yaml/mapLayout';
import { applySplices } from '../yaml/splice';
import { ANNOTATION_KEYS, CORRECTION_KEYS } from './entryKeys';
import type { ListKey } from './entryNames';
import { readSidecar } from './sidecar';

/** Gives the entry that `lines` hold, as they stand in a list, other values under some keys. Throws `UnknownLayout`. */
export function withKeys(lines: string, values: Readonly<Record<string, NewValue | null>>, list: ListKey): string {
  const head = `${list}:\n`;
  const { text, annotationItems, correctionItems } = readSidecar(head + lines);
  const node = (list === 'annotations' ? annotationItems : correctionItems)[0]?.node as YAMLMap;
  const order = list === 'annotations' ? ANNOTATION_KEYS : CORRECTION_KEYS;
  return applySplices(text, setKeys(text, node, values, order)).slice(head.length);
}
