import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Indexer } from './indexer';
import type { FileSource, IndexThread } from './indexMessages';
import { threadIndexer } from './threadIndexer';

/** An idle thread holds memory that others can use: where it will know all again from its cache, it ends. */
const IDLE_MS = 60_000;

/** `Indexer` of local files in a thread of its own, whose bundle is in `folder`, with its cache at `cacheFile`. */
export const nodeIndexer = (cacheFile: string | undefined, folder = __dirname): Indexer =>
  threadIndexer(() => start(folder, { cacheFile, isFed: false }), cacheFile === undefined ? {} : { idle: IDLE_MS });

/** The same of files that only `source` can read. */
export const nodeFedIndexer = (source: FileSource, folder = __dirname): Indexer =>
  threadIndexer(() => start(folder, { isFed: true }), { source });

function start(folder: string, workerData: unknown): IndexThread {
  const worker = new Worker(join(folder, 'indexWorker.js'), { workerData });
  return {
    listen(onReply, onFailure) {
      worker.on('message', onReply);
      worker.on('error', onFailure);
    },
    post: (message, transferred) => worker.postMessage(message, transferred),
    stop: () => void worker.terminate(),
    setAwaited: (isAwaited) => (isAwaited ? worker.ref() : worker.unref()),
  };
}
