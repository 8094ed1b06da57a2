import { pairOf } from '../yaml/nodes';
import { canonical, shapeOf, shapesOf } from '../yaml/shape';
import type { SidecarSource } from './sidecar';

/** All that a sidecar says, whatever the order of its entries, keys and tags. */
export function meaningOf({ root, writable, annotationItems, correctionItems, problems }: SidecarSource): string {
  const annotations = annotationItems.map((item) => {
    const { value, others } = item;
    return value
      ? canonical([{ ...value, tags: [...value.tags].sort() }, [...others].sort()])
      : shapeOf(item.entry.node);
  });
  const corrections = correctionItems.map((item) => {
    const { value, others } = item;
    return value ? canonical([value, [...others].sort()]) : shapeOf(item.entry.node);
  });
  const keys = [...shapesOf(root, ['annotations', 'corrections', 'document'])].sort();
  const document = [...shapesOf(pairOf(root, 'document')?.value)].sort();
  return canonical([writable, problems.length, annotations.sort(), corrections.sort(), keys, document]);
}
