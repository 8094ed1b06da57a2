import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Importing } from './importing';
import { type ImportFault, ImportProblem, type Original } from './original';

/** What the worker is told, and what it tells. */
export interface ImportRequest {
  readonly run: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type ImportReply =
  | { readonly run: number; readonly original: Original }
  | { readonly run: number; readonly fault: ImportFault; readonly reason: string };

/** An idle worker holds memory that others can use. */
const IDLE_MS = 30_000;
/** Megabytes: an original that needs more is refused, and the editor goes on. */
const MOST_MEMORY = 2048;

/**
 * `Importing` in a thread of its own: what a library does there, or how long it takes, is felt nowhere else. `folder` has
 * the program of the thread.
 */
export function nodeImporting(folder = __dirname): Importing {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  /** One original after the other: giving one up ends the thread, and must end no other. */
  let turn: Promise<unknown> = Promise.resolve();
  const stop = () => {
    clearTimeout(idle);
    void worker?.terminate();
    worker = undefined;
  };
  const start = () => {
    const started = new Worker(join(folder, 'importWorker.js'), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    const forget = () => {
      if (worker === started) worker = undefined;
    };
    // a library may still fail when its result is there
    started.on('error', forget);
    started.on('exit', forget);
    return started;
  };
  const readNow: Importing['read'] = (name, bytes, signal) => {
    clearTimeout(idle);
    const run = ++last;
    worker ??= start();
    const running = worker;
    return new Promise<Original>((resolve, reject) => {
      const finish = (work: () => void, ended = false) => {
        running.off('message', onMessage);
        running.off('error', onError);
        running.off('exit', onError);
        signal.removeEventListener('abort', onAbort);
        if (ended) stop();
        else {
          idle = setTimeout(stop, IDLE_MS);
          idle.unref();
        }
        work();
      };
      // what is going on cannot be told to stop: its thread ends
      const onAbort = () => finish(() => reject(new ImportProblem('cancelled')), true);
      const onError = (error: unknown) => {
        const isMemory = (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
        finish(() => reject(new ImportProblem(isMemory ? 'tooLarge' : 'damaged', error)), true);
      };
      const onMessage = (reply: ImportReply) => {
        if (reply.run !== run) return;
        if ('original' in reply) finish(() => resolve(reply.original));
        else finish(() => reject(new ImportProblem(reply.fault, reply.reason)));
      };
      running.on('message', onMessage);
      running.on('error', onError);
      running.on('exit', onError);
      signal.addEventListener('abort', onAbort);
      if (signal.aborted) finish(() => reject(new ImportProblem('cancelled')));
      else running.postMessage({ run, name, bytes } satisfies ImportRequest);
    });
  };
  return {
    read(name, bytes, signal) {
      const result = turn.then(() => readNow(name, bytes, signal));
      turn = result.catch(() => {});
      return result;
    },
    dispose: stop,
  };
}
