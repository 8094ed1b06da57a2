import { type ListLayout, layItems, layList } from '../yaml/listLayout';
import { pairOf } from '../yaml/nodes';
import { lineEnd, rangeOf } from '../yaml/splice';
import type { ListKey } from './entryKeys';
import type { SidecarSource } from './sidecar';

/** Where the entries of a list that the file has stand. Throws `UnknownLayout`. */
export function layoutOf(source: SidecarSource, list: ListKey): ListLayout {
  const { text, root, cut } = source;
  const pair = pairOf(root, list)!;
  const lines = cut?.lists.find(({ key }) => key === list);
  if (!lines) return layList(text, pair);
  const { indent, starts } = lines;
  const head = lineEnd(text, rangeOf(pair.key).to);
  const ends = itemsOf(source, list).map(({ to }) => to);
  const dashes = starts.map((start) => start + indent);
  return { style: 'block', items: layItems(text, dashes, ends, head), indent, head };
}

export const itemsOf = ({ annotationItems, correctionItems }: SidecarSource, list: ListKey) =>
  list === 'annotations' ? annotationItems : correctionItems;
