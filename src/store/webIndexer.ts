import type { Indexer } from './indexer';
import type { FileSource, IndexReply, IndexThread, Wanted } from './indexMessages';
import { threadIndexer } from './threadIndexer';

/** A worker that says nothing for longer will not come, in milliseconds. */
const PATIENCE = 10_000;

/**
 * `Indexer` in a Web Worker, whose program `load` gives (dist/indexWebWorker.js); where none can be started, which `onFallback`
 * is told with the reason, in this thread.
 */
export function webIndexer(
  source: FileSource,
  load: () => Promise<Uint8Array>,
  onFallback: (reason: string) => void,
): Indexer {
  const start = async () => {
    try {
      return await webThread(await load());
    } catch (error) {
      onFallback(error instanceof Error ? error.message : String(error));
      // not before it is needed: it brings the whole reading with it
      return (await import('./ownThread')).ownThread();
    }
  };
  return threadIndexer(start, { source });
}

/** Rejects where the host does not let it run. */
async function webThread(code: Uint8Array): Promise<IndexThread> {
  // the one address that is of the same origin wherever the extension comes from
  const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
  try {
    const worker = new Worker(address, { name: 'index' });
    const failure = (event: ErrorEvent) => {
      // it is told here, and nowhere else
      event.preventDefault();
      return new Error(event.message || 'the worker failed');
    };
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the worker does not answer')), PATIENCE);
      const settle = (work: () => void) => {
        clearTimeout(timer);
        work();
      };
      // the first message says that it is there
      worker.onmessage = () => settle(resolve);
      worker.onerror = (event) => settle(() => reject(failure(event)));
    }).catch((error) => {
      worker.terminate();
      throw error;
    });
    return {
      listen(onReply, onFailure) {
        worker.onmessage = ({ data }: MessageEvent<IndexReply | Wanted>) => onReply(data);
        worker.onerror = (event) => onFailure(failure(event));
      },
      post: (message, transferred) => worker.postMessage(message, [...transferred]),
      stop: () => worker.terminate(),
    };
  } finally {
    URL.revokeObjectURL(address);
  }
}
