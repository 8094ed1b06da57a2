import { isMap, isScalar, isSeq } from 'yaml';
import { pairOf } from '../yaml/nodes';

/** A tag that a full-width comma makes of several, and its place in the text. */
export interface WideComma {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Tags in brackets that a full-width comma makes one: `[供水，治污]`. In quotes, or on a line of its own, one is meant. */
export function wideCommas(entry: unknown): WideComma[] {
  const list = isMap(entry) ? pairOf(entry, 'tags')?.value : undefined;
  if (!isSeq(list) || !list.flow) return [];
  return list.items.flatMap((item): WideComma[] => {
    if (!isScalar(item) || item.type !== 'PLAIN' || !String(item.source).includes('，')) return [];
    const [from, to] = item.range!;
    return [{ from, to, words: String(item.source) }];
  });
}
