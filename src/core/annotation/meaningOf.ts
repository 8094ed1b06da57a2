import { pairOf } from '../yaml/nodes';
import { canonical, shapeOf, shapesOf } from '../yaml/shape';
import { otherShapes } from './entryKeys';
import type { SidecarSource } from './sidecar';

/** All that a sidecar says, whatever the order of its entries, keys and tags. */
export function meaningOf({ root, writable, annotationItems, correctionItems, problems }: SidecarSource): string {
  const annotations = annotationItems.map(({ node, value }) =>
    value
      ? canonical([{ ...value, tags: [...value.tags].sort() }, [...otherShapes(node, 'annotations')].sort()])
      : shapeOf(node),
  );
  const corrections = correctionItems.map(({ node, value }) =>
    value ? canonical([value, [...otherShapes(node, 'corrections')].sort()]) : shapeOf(node),
  );
  const keys = [...shapesOf(root, ['annotations', 'corrections', 'document'])].sort();
  const document = [...shapesOf(pairOf(root, 'document')?.value)].sort();
  return canonical([writable, problems.length, annotations.sort(), corrections.sort(), keys, document]);
}
