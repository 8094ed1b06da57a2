import { isMap } from 'yaml';
import { shapesOf } from '../yaml/shape';

export type ListKey = 'annotations' | 'corrections';

/** The keys of an entry, of its target and of the document part, in the order in which they are written. */
export const ANNOTATION_KEYS: readonly string[] = 'id tags target note creator created resolution conflictsWith'.split(
  ' ',
);
export const TARGET_KEYS: readonly string[] = ['exact', 'prefix', 'suffix', 'start', 'occurrence'];
export const CORRECTION_KEYS: readonly string[] = ['target', 'claim', 'slogan', 'speaker'];
export const DOCUMENT_KEYS: readonly string[] = [
  ...['title', 'date', 'url', 'outlet', 'region', 'note', 'attributes', 'original', 'originalHash'],
];

/** The keys that the model does not know, of an entry and, as `target.key`, of its target. */
export function otherShapes(entry: unknown, list: ListKey): Map<string, string> {
  const shapes = shapesOf(entry, list === 'annotations' ? ANNOTATION_KEYS : CORRECTION_KEYS);
  const target = isMap(entry) ? entry.get('target') : undefined;
  for (const [key, shape] of shapesOf(target, TARGET_KEYS)) shapes.set(`target.${key}`, shape);
  return shapes;
}
