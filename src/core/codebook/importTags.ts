import { itemLines } from '../yaml/writeYaml';
import { type Codebook, type CodebookTag, findTag } from './codebook';
import type { CodebookOperation } from './codebookOperation';

/**
 * What adds the tags of another codebook, one read from a .qdc file say. Tags that are there already stay as they are;
 * those below them are added.
 */
export function importTags(codebook: Codebook, added: readonly CodebookTag[], parent = ''): CodebookOperation[] {
  const isThere = ({ path }: CodebookTag) => findTag(codebook, path) !== undefined;
  const fresh = added.filter((tag) => !isThere(tag));
  const below = added.filter(isThere).flatMap(({ path, children }) => importTags(codebook, children, path));
  if (fresh.length === 0) return below;
  return [
    { kind: 'restoreTag', parent, source: { lines: fresh.map((tag) => itemLines(plain(tag))).join('') } },
    ...below,
  ];
}

/** A tag with the keys of the file, in their order, and none that is empty. */
const plain = ({ name, color, description, formerly, children }: CodebookTag): object => ({
  name,
  color,
  description,
  formerly: formerly.length > 0 ? formerly : undefined,
  children: children.length > 0 ? children.map(plain) : undefined,
});
