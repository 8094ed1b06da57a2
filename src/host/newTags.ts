import type { Uri } from 'vscode';
import type { Codebook } from '../core/codebook/codebook';
import type { CodebookOperation } from '../core/codebook/codebookOperation';
import type { Codebooks } from './codebooks';
import { engine } from './engine';
import type { Step } from './history';

/** The step that adds to a transcript's codebook what it lacks of `tags`, those at the top in a colour of their own. */
export function newTags(codebooks: Codebooks, transcript: Uri, codebook: Codebook, tags: readonly string[]): Step[] {
  const { resolveTag, nextColor } = engine();
  const operations: CodebookOperation[] = [];
  let known = codebook;
  for (const path of tags.filter((tag) => resolveTag(codebook, tag) === undefined)) {
    const top = path.split('/')[0]!;
    if (!known.tags.some(({ name }) => name === top)) {
      const color = nextColor(known);
      known = { tags: [...known.tags, { name: top, path: top, color, formerly: [], children: [] }] };
      operations.push({ kind: 'addTag', path: top, color });
    }
    if (path !== top) operations.push({ kind: 'addTag', path });
  }
  return operations.length > 0 ? [{ codebook: codebooks.uriFor(transcript), operations }] : [];
}
