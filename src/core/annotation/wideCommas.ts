import { isMap, isScalar, isSeq } from 'yaml';
import { pairOf } from '../yaml/nodes';
import { flowText } from '../yaml/writeYaml';

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

/** What was written as one tag, as several, with commas that YAML knows and each quoted where it has to be. */
export const separateTags = (words: string): string =>
  words
    .split('，')
    .map((part) => part.trim().replace(/\s*\n\s*/gu, ' '))
    .filter((part) => part !== '')
    .map((part) => (/^(?:'[^']*'|"[^"\\]*")$/u.test(part) ? part : flowText(part)))
    .join(', ');
