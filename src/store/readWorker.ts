import { parentPort } from 'node:worker_threads';
import type { Recognition } from '../core/summary/indexText';
import { readTranscriptFile } from './readTranscriptFile';

/* A thread that reads files for indexWorker, one after the other. */
parentPort!.on('message', async ([path, recognition]: [string, Recognition]) => {
  parentPort!.postMessage([path, await readTranscriptFile(path, recognition)]);
});
