import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { IndexEntry, Indexer, IndexProgress } from './indexer';

/** What the worker is told, and what it tells. */
export interface IndexRequest {
  readonly run: number;
  readonly paths: readonly string[] | undefined;
}
export type IndexReply =
  | { readonly run: number; readonly kind: 'entry'; readonly entry: IndexEntry }
  | ({ readonly run: number; readonly kind: 'progress' } & IndexProgress)
  | { readonly run: number; readonly kind: 'done' }
  | { readonly run: number; readonly kind: 'failed'; readonly reason: string };

/** An idle worker holds memory that others can use. */
const IDLE_MS = 60_000;

/** `Indexer` in a thread of its own, with its cache at `cacheFile`. The thread ends when it was idle for a minute. */
export function nodeIndexer(cacheFile: string | undefined): Indexer {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  /** What the present consumer was told; a new thread does not know. */
  let known = new Set<string>();

  const stop = () => {
    clearTimeout(idle);
    void worker?.terminate();
    worker = undefined;
  };
  return {
    index(paths, onEntry, onProgress, signal) {
      clearTimeout(idle);
      const run = ++last;
      worker ??= new Worker(join(__dirname, 'indexWorker.js'), { workerData: { cacheFile } });
      const running = worker;
      running.ref();
      return new Promise<void>((resolve, reject) => {
        const finish = (error?: Error) => {
          running.off('message', onMessage);
          running.off('error', onError);
          signal.removeEventListener('abort', onAbort);
          idle = setTimeout(stop, IDLE_MS);
          idle.unref();
          running.unref();
          if (error) reject(error);
          else resolve();
        };
        const onAbort = () => {
          running.postMessage({ run, paths: undefined } satisfies IndexRequest);
        };
        const onError = (error: Error) => {
          stop();
          finish(error);
        };
        const onMessage = (reply: IndexReply) => {
          if (reply.run !== run) return;
          if (reply.kind === 'progress') onProgress(reply);
          else if (reply.kind === 'failed') finish(new Error(reply.reason));
          else if (reply.kind === 'entry') {
            known.add(reply.entry.path);
            onEntry(reply.entry);
          } else {
            const asked = new Set(paths);
            for (const path of known) if (!asked.has(path)) onEntry({ path, transcript: undefined });
            known = asked;
            finish();
          }
        };
        running.on('message', onMessage);
        running.on('error', onError);
        signal.addEventListener('abort', onAbort);
        running.postMessage({ run, paths } satisfies IndexRequest);
      });
    },
    dispose: stop,
  };
}
