import { readFile, stat } from 'node:fs/promises';
import { indexText, type ReadText, type ReadTranscript, type Recognition } from '../core/summary/indexText';
import { SIZE_LIMIT } from './indexer';
import { readSidecarOf } from './readSidecarOf';

/** Undefined for what is no text to be asked, and for a file that cannot be read: that shows itself when it is opened. */
export async function readTranscriptFile(
  path: string,
  recognition: Recognition,
): Promise<ReadTranscript | ReadText | undefined> {
  try {
    if ((await stat(path)).size > SIZE_LIMIT) return undefined;
    return indexText(path, await readFile(path), await readSidecarOf(path), recognition);
  } catch {
    return undefined;
  }
}
