import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Recognition } from '../core/summary/indexText';
import type { FileToRead, FoundText } from './indexSession';
import { readTranscriptFile } from './readTranscriptFile';

/** So few files are read sooner than another thread has started. */
const FEW = 100;
/** More threads than these would keep others from working. */
const MOST_HELPERS = 3;
/** Files that a thread has before it, so that it never waits for the next. */
const AHEAD = 4;

type Take = (path: string, found: FoundText) => void;

/** Reads `files` in this thread and, where there are many, in others beside it; `take` gets each as it is read. */
export async function readAlong(files: readonly FileToRead[], take: Take, isStopped: () => boolean): Promise<void> {
  const open = [...files].reverse();
  const next = () => (isStopped() ? undefined : open.pop());
  const count = files.length < FEW ? 0 : Math.min(MOST_HELPERS, availableParallelism() - 1);
  const helpers = Array.from({ length: count }, () => readBeside(next, take));
  for (let file = next(); file; file = next()) {
    const [path, recognition] = file;
    take(path, await readTranscriptFile(path, recognition));
    // the others' answers come in between, and what this thread is told
    await new Promise(setImmediate);
  }
  await Promise.all(helpers);
}

/** What a thread that fails had before it is read here. */
function readBeside(next: () => FileToRead | undefined, take: Take): Promise<void> {
  const helper = new Worker(join(__dirname, 'readWorker.js'));
  const before = new Map<string, Recognition>();
  return new Promise<void>((resolve) => {
    const give = () => {
      const file = next();
      if (!file) return;
      before.set(...(file as [string, Recognition]));
      helper.postMessage(file);
    };
    helper.on('message', ([path, found]: Parameters<Take>) => {
      before.delete(path);
      take(path, found);
      give();
      if (before.size === 0) resolve();
    });
    helper.on('error', () => resolve());
    for (let ahead = 0; ahead < AHEAD; ahead++) give();
    if (before.size === 0) resolve();
  }).then(async () => {
    void helper.terminate();
    for (const [path, recognition] of before) take(path, await readTranscriptFile(path, recognition));
  });
}
