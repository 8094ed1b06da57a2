import { type AnswerPage, joinAnswer } from '../core/explore/answerPages';
import type { ExploreAnswer } from '../core/explore/explore';
import type { Indexer } from './indexer';
import type { FileSource, IndexReply, IndexRequest, IndexThread, Wanted } from './indexMessages';

interface Options {
  /** Gives the files that the thread wants. */
  readonly source?: FileSource;
  /** For how long an idle thread is kept, in milliseconds; without it, for ever. */
  readonly idle?: number;
}

interface Talk {
  /** Handles a reply and says whether it was the last. */
  take(reply: IndexReply): boolean;
  finish(error?: unknown): void;
}

/** The stamps of so many files are asked for at once. */
const STAMPS = 50;

/** `Indexer` of which another thread does the work. `start` is called when it is needed, and again when that has ended. */
export function threadIndexer(
  start: () => IndexThread | Promise<IndexThread>,
  { source, idle }: Options = {},
): Indexer {
  let thread: Promise<IndexThread> | undefined;
  let ending: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const talks = new Map<number, Talk>();
  /** What the present consumer was told; a new thread does not know. */
  let known = new Set<string>();

  const stop = () => {
    clearTimeout(ending);
    thread?.then(
      (running) => running.stop(),
      () => {},
    );
    thread = undefined;
  };

  const connect = async (): Promise<IndexThread> => {
    const started = await start();
    const give = async (path: string) => {
      const content = await source?.content(path);
      const { bytes, sidecar } = content ?? {};
      const buffers = [bytes, sidecar].flatMap((part) => (part instanceof Uint8Array ? [part.buffer] : []));
      started.post({ given: path, ...(content ? { content } : {}) }, buffers as ArrayBuffer[]);
    };
    const onReply = (reply: IndexReply | Wanted) => {
      if ('wanted' in reply) return void give(reply.wanted);
      const talk = talks.get(reply.run);
      if (reply.kind === 'failed') talk?.finish(new Error(reply.reason));
      else if (talk?.take(reply)) talk.finish();
    };
    started.listen(onReply, (error) => {
      stop();
      for (const talk of [...talks.values()]) talk.finish(error);
    });
    return started;
  };

  /** One exchange with the thread. */
  const converse = async (message: Omit<IndexRequest, 'run'>, take: Talk['take'], signal: AbortSignal) => {
    const run = ++last;
    thread ??= connect();
    thread.catch(() => {
      thread = undefined;
    });
    const partner = await thread;
    if (signal.aborted && message.files) return;
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const finish = (error?: unknown) => {
        talks.delete(run);
        signal.removeEventListener('abort', onAbort);
        if (talks.size === 0) {
          if (idle !== undefined) ending = setTimeout(stop, idle);
          ending?.unref?.();
          partner.setAwaited?.(false);
        }
        if (error === undefined) resolve();
        else reject(error);
      };
      const onAbort = () => {
        partner.post({ run }, []);
        // what looks at files ends by itself, with what it has
        if (!message.files) finish(signal.reason);
      };
      clearTimeout(ending);
      talks.set(run, { take, finish });
      signal.addEventListener('abort', onAbort);
      partner.setAwaited?.(true);
      partner.post({ run, ...message }, []);
    });
  };

  return {
    async index(files, onEntries, onProgress, signal) {
      if (files.size === 0 && known.size === 0) return;
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
      const stamps = source && (await stampsOf([...files.keys()], source, signal));
      if (!signal.aborted) await converse({ files, ...(stamps ? { stamps } : {}) }, take, signal);
    },
    async parts(paths, part, onParts, signal) {
      if (paths.length === 0) return;
      const take = (reply: IndexReply): boolean => {
        if (reply.kind === 'parts') onParts(reply.parts);
        return reply.kind === 'done';
      };
      await converse({ paths, part }, take, signal);
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

async function stampsOf(paths: readonly string[], source: FileSource, signal: AbortSignal) {
  const stamps = new Map<string, string>();
  for (let from = 0; from < paths.length && !signal.aborted; from += STAMPS) {
    const some = paths.slice(from, from + STAMPS);
    const found = await Promise.all(some.map((path) => source.stamp(path)));
    for (const [at, path] of some.entries()) stamps.set(path, found[at]!);
  }
  return stamps;
}
