import { itemLines } from '../yaml/writeYaml';
import { allTags, type Codebook, type CodebookTag } from './codebook';
import type { CodebookOperation } from './codebookOperation';

/**
 * What adds the tags of another codebook, one read from a .qdc file say. Tags that are there already stay as they are;
 * those below them are added.
 */
export function importTags(codebook: Codebook, added: readonly CodebookTag[]): CodebookOperation[] {
  return importBelow(new Set(allTags(codebook).map(({ path }) => path)), added, '');
}

function importBelow(known: ReadonlySet<string>, added: readonly CodebookTag[], parent: string): CodebookOperation[] {
  const isThere = ({ path }: CodebookTag) => known.has(path);
  const fresh = added.filter((tag) => !isThere(tag));
  const below = added.filter(isThere).flatMap(({ path, children }) => importBelow(known, children, path));
  if (fresh.length === 0) return below;
  return [
    { kind: 'restoreTag', parent, source: { lines: fresh.map((tag) => itemLines(plain(tag))).join('') } },
    ...below,
  ];
}

/** A tag with the keys of the file, in their order, and none that is empty. */
const plain = ({ name, color, description, note, formerly, children }: CodebookTag): object => ({
  name,
  color,
  description,
  note,
  formerly: formerly.length > 0 ? formerly : undefined,
  children: children.length > 0 ? children.map(plain) : undefined,
});
