import { isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';

/** The pair of a key that is written as a word, and not as something that merely prints like it. */
export const pairOf = (map: YAMLMap | null | undefined, key: string): Pair | undefined =>
  map?.items.find((pair) => isScalar(pair.key) && pair.key.value === key);

/** A list, or nothing where one could be. */
export const isList = (node: unknown): boolean =>
  node === null || isSeq(node) || (isScalar(node) && node.value === null);

/** A scalar as it is written, undefined for anything else: `007` and `5.0` are words here, not numbers. */
export function wordOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null || node.value === undefined) return undefined;
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
