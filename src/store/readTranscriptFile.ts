import { lstatSync, readFileSync, statSync } from 'node:fs';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { indexText, type ReadText, type ReadTranscript, type Recognition } from '../core/summary/indexText';
import { SIZE_LIMIT } from './indexer';
import { readSidecarOf } from './readSidecarOf';

/**
 * Undefined for what is no text to be asked, and for a file that cannot be read: that shows itself when it is opened. For threads
 * that have nothing else to do: they wait for the disk, which costs far less than being called back by it.
 */
export async function readTranscriptFile(
  path: string,
  recognition: Recognition,
): Promise<ReadTranscript | ReadText | undefined> {
  try {
    if (statSync(path).size > SIZE_LIMIT) return undefined;
    const bytes = readFileSync(path);
    return indexText(path, bytes, hasSidecar(path) ? await readSidecarOf(path) : undefined, recognition);
  } catch {
    return undefined;
  }
}

/** Whether there is something to read, or to say why it cannot be read. */
function hasSidecar(path: string): boolean {
  try {
    return lstatSync(path + SIDECAR_SUFFIX, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
