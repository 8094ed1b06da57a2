import { isMap, isScalar, isSeq } from 'yaml';
import { pairOf } from '../yaml/nodes';
import { columnOf } from '../yaml/splice';
import type { SidecarProblem } from './sidecar';

/** Tags in brackets that a full-width comma makes one: `[供水，治污]`. In quotes, or on a line of its own, one is meant. */
export function wideCommas(text: string, entry: unknown, lineOf: (node: unknown) => number): SidecarProblem[] {
  const list = isMap(entry) ? pairOf(entry, 'tags')?.value : undefined;
  if (!isSeq(list) || !list.flow) return [];
  return list.items.flatMap((item): SidecarProblem[] => {
    if (!isScalar(item) || item.type !== 'PLAIN' || !String(item.source).includes('，')) return [];
    const [from, to] = item.range!;
    const start = columnOf(text, from);
    const columns = text.slice(from, to).includes('\n') ? {} : { columns: { start, end: start + to - from } };
    return [{ code: 'wideComma', line: lineOf(item), ...columns, detail: String(item.source) }];
  });
}
