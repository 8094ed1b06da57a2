import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type AnswerPage, joinAnswer } from '../core/explore/answerPages';
import type { ContextRow, ExploreAnswer, ExploreRequest } from '../core/explore/explore';
import type { QueryDocument } from '../core/query/queryDocument';
import type { Recognition } from '../core/summary/indexText';
import type { SummaryPart } from '../core/summary/transcriptHead';
import type { FoundPart, IndexEntry, Indexer, IndexProgress } from './indexer';

/** What the worker is told: to look at `files`, to answer a request or tell a part of those at `paths`, or, without any, to stop. */
export interface IndexRequest {
  readonly run: number;
  /** Paths, with that by which each is a transcript. */
  readonly files?: ReadonlyMap<string, Recognition>;
  readonly paths?: readonly string[];
  readonly request?: ExploreRequest;
  readonly part?: SummaryPart;
  /** What stands in the place of files, by path. */
  readonly open?: ReadonlyMap<string, QueryDocument>;
}
/** What it tells. */
export type IndexReply = { readonly run: number } & (
  | { readonly kind: 'entries'; readonly entries: readonly IndexEntry[] }
  | { readonly kind: 'parts'; readonly parts: readonly FoundPart[] }
  | ({ readonly kind: 'progress' } & IndexProgress)
  | { readonly kind: 'done' }
  | { readonly kind: 'rows'; readonly rows: readonly ContextRow[] }
  /** What the answer that comes next lists. */
  | { readonly kind: 'page'; readonly page: AnswerPage }
  | { readonly kind: 'answer'; readonly answer: ExploreAnswer }
  | { readonly kind: 'failed'; readonly reason: string }
);

/** An idle worker holds memory that others can use. */
const IDLE_MS = 60_000;

/** `Indexer` in a thread of its own, whose bundle is in `folder`, with its cache at `cacheFile`. The thread ends when it was idle for a minute. */
export function nodeIndexer(cacheFile: string | undefined, folder = __dirname): Indexer {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  let running = 0;
  /** What the present consumer was told; a new thread does not know. */
  let known = new Set<string>();

  const stop = () => {
    clearTimeout(idle);
    void worker?.terminate();
    worker = undefined;
  };

  /** One exchange with the thread; `take` handles a reply and says whether it was the last. */
  const converse = (message: Omit<IndexRequest, 'run'>, take: (reply: IndexReply) => boolean, signal: AbortSignal) => {
    clearTimeout(idle);
    const run = ++last;
    worker ??= new Worker(join(folder, 'indexWorker.js'), { workerData: { cacheFile } });
    const partner = worker;
    running++;
    partner.ref();
    return new Promise<void>((resolve, reject) => {
      const finish = (error?: Error) => {
        partner.off('message', onMessage);
        partner.off('error', onError);
        signal.removeEventListener('abort', onAbort);
        if (--running === 0) {
          idle = setTimeout(stop, IDLE_MS);
          idle.unref();
          partner.unref();
        }
        if (error) reject(error);
        else resolve();
      };
      const onAbort = () => {
        partner.postMessage({ run } satisfies IndexRequest);
        // what looks at files ends by itself, with what it has
        if (!message.files) finish(signal.reason as Error);
      };
      const onError = (error: Error) => {
        stop();
        finish(error);
      };
      const onMessage = (reply: IndexReply) => {
        if (reply.run !== run) return;
        if (reply.kind === 'failed') finish(new Error(reply.reason));
        else if (take(reply)) finish();
      };
      partner.on('message', onMessage);
      partner.on('error', onError);
      signal.addEventListener('abort', onAbort);
      partner.postMessage({ run, ...message } satisfies IndexRequest);
    });
  };

  return {
    index(files, onEntries, onProgress, signal) {
      const take = (reply: IndexReply): boolean => {
        if (reply.kind === 'progress') onProgress(reply);
        if (reply.kind === 'entries') {
          for (const { path } of reply.entries) known.add(path);
          onEntries(reply.entries);
        }
        if (reply.kind !== 'done') return false;
        const gone = [...known].filter((path) => !files.has(path));
        onEntries(gone.map((path) => ({ path, head: undefined })));
        known = new Set(files.keys());
        return true;
      };
      return converse({ files }, take, signal);
    },
    parts(paths, part, onParts, signal) {
      const take = (reply: IndexReply): boolean => {
        if (reply.kind === 'parts') onParts(reply.parts);
        return reply.kind === 'done';
      };
      return converse({ paths, part }, take, signal);
    },
    async ask(paths, request, onRows, onProgress, signal, open) {
      signal.throwIfAborted();
      let answer: ExploreAnswer | undefined;
      const pages: AnswerPage[] = [];
      const take = (reply: IndexReply): boolean => {
        if (reply.kind === 'rows') onRows(reply.rows);
        if (reply.kind === 'progress') onProgress(reply);
        if (reply.kind === 'page') pages.push(reply.page);
        if (reply.kind === 'answer') answer = reply.answer;
        return answer !== undefined;
      };
      await converse({ paths, request, open }, take, signal);
      return joinAnswer(answer!, pages);
    },
    dispose: stop,
  };
}
