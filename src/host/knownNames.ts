import { Uri, workspace } from 'vscode';
import type { Codebook } from '../core/codebook/codebook';
import { type KnownNames, NO_NAMES } from '../core/explore/knownNames';
import type { Codebooks } from './codebooks';
import { engine } from './engine';
import type { Services } from './services';

/** The codebooks of all folders as one, which transcripts in them would have. */
export async function joinedCodebook(codebooks: Codebooks): Promise<Codebook> {
  const folders = workspace.workspaceFolders ?? [];
  const known = await Promise.all(folders.map(({ uri }) => codebooks.load(Uri.joinPath(uri, 'x.txt'))));
  return engine().joinCodebooks(known.map(({ codebook }) => codebook));
}

/**
 * What the transcripts of the workspace name, and the tags of its codebooks. The first call begins to look at the files.
 * Rejects with the reason of `signal` where that is aborted.
 */
export async function knownNames({ index, codebooks }: Services, signal: AbortSignal): Promise<KnownNames> {
  const answer = await index.ask({ mode: 'names', query: {} }, () => {}, signal);
  const found = answer.mode === 'names' ? answer.names : NO_NAMES;
  const listed = engine().allTags(await joinedCodebook(codebooks));
  return { ...found, tags: [...new Set([...listed.map(({ path }) => path), ...found.tags])] };
}

/** Attributes that most projects need. */
const USUAL = ['body', 'type'];

/** Names of attributes that transcripts may have beside their region, which is a key of its own. */
export const attributeNames = ({ attribute }: KnownNames): string[] =>
  [...new Set([...attribute, ...USUAL])].filter((key) => key !== 'region');
