import { parentPort } from 'node:worker_threads';
import type { Recognition } from '../core/summary/indexText';
import { readTranscriptFile } from './readTranscriptFile';

/** In a thread: reads files for `runIndexThread`, one after the other. */
export function runReadThread(): void {
  parentPort!.on('message', async ([path, recognition]: [string, Recognition]) => {
    parentPort!.postMessage([path, await readTranscriptFile(path, recognition)]);
  });
}
