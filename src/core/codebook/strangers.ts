import { isMap, isSeq, type Pair, type YAMLMap } from 'yaml';
import { pairOf } from '../yaml/nodes';
import { misspelledKeys } from './misspelledKeys';

/** What tells a file with a list of tags from another program's: many keep such a list, of images, of posts, of requests. */
export interface Strangers {
  /** The first key that no codebook has, where such keys make it doubtful that this is one. */
  readonly key?: unknown;
  /** Whether the list holds something, of which nothing is a tag of a codebook, or was meant to be. */
  readonly hasNoTag: boolean;
}

/**
 * What speaks against a file being a codebook. A few words of one's own beside the tags do not, where there is a tag with a
 * name, or where `version` says that it is one; another structure of keys does.
 */
export function findStrangers(
  root: YAMLMap | null,
  list: Pair | undefined,
  { fileKeys, tagKeys }: { readonly fileKeys: readonly string[]; readonly tagKeys: readonly string[] },
): Strangers {
  const items = isSeq(list?.value) ? list.value.items : [];
  const isTag = (node: unknown) =>
    isMap(node) &&
    (pairOf(node, 'name') !== undefined || misspelledKeys(node, tagKeys).some(({ meant }) => meant === 'name'));
  const hasTag = items.some(isTag);
  const hasNoTag = items.length > 0 && !hasTag;
  if (!root) return { hasNoTag };
  const hasVersion = pairOf(root, 'version') !== undefined;
  const slips = new Set<unknown>(misspelledKeys(root, fileKeys).map(({ node }) => node));
  const others = root.items.filter(
    (pair) => !fileKeys.some((key) => pairOf(root, key) === pair) && !slips.has(pair.key),
  );
  const [first] = others;
  if (!first) return { hasNoTag };
  const structure = others.find(({ value }) => isMap(value) || (isSeq(value) && !hasVersion));
  const isDoubtful = hasNoTag || (!hasTag && !hasVersion);
  const stranger = structure ?? (isDoubtful ? first : undefined);
  return { hasNoTag, ...(stranger && { key: stranger.key }) };
}
