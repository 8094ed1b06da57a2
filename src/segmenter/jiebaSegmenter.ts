import type { Span } from '../core/text/span';
import type { TaggedWord } from '../core/text/word';
import { heaviest } from './heaviest';
import { splitPieces } from './pieces';
import { RequestQueue } from './requestQueue';
import { type Segmenter, SegmenterFault } from './segmenter';
import { SegmenterChild, type SegmenterChildOptions } from './segmenterChild';
import type { SegmenterReply, SegmenterRequest } from './segmenterMessages';
import { type WordLengths, wordSpans } from './wordSpans';

export interface JiebaOptions extends SegmenterChildOptions {
  /** The process is ended after so many milliseconds without a request; it holds a quarter of a gigabyte. */
  readonly idleLimit: number;
  /** Told the id of each process that is started. */
  readonly onStart?: (pid: number | undefined) => void;
}

/** How often a process that failed is replaced. */
const RESTARTS = 2;
/** Characters in one message: taking its answer in must not hold this process up. */
const BATCH_LENGTH = 16_384;

/**
 * `Segmenter` by nodejieba in a process of its own, which is started on first need. A request whose process fails
 * rejects with a `SegmenterFault`; the next starts another process, until that has failed too often.
 */
export function jiebaSegmenter(options: JiebaOptions): Segmenter {
  let child: SegmenterChild | undefined;
  let faults = 0;
  let lasting: SegmenterFault | undefined;
  let idle: NodeJS.Timeout | undefined;
  const userWords = new Set<string>();
  /** What the running process has not been told yet. */
  let untold: string[] = [];
  const queue = new RequestQueue();

  const onFault = (fault: SegmenterFault) => {
    if (fault.lasting || ++faults > RESTARTS) lasting ??= new SegmenterFault(fault.message, true);
  };

  async function request(asked: SegmenterRequest): Promise<SegmenterReply> {
    if (lasting) throw lasting;
    clearTimeout(idle);
    try {
      const running = child?.isRunning ? child : start();
      await running.ready;
      teach(running);
      const reply = await running.ask(asked);
      idle = setTimeout(() => running.stop('idle'), options.idleLimit);
      idle.unref();
      return reply;
    } catch (error) {
      throw lasting ?? error;
    }
  }

  function start(): SegmenterChild {
    child = new SegmenterChild(options, onFault);
    untold = [...userWords];
    options.onStart?.(child.pid);
    return child;
  }

  function teach(pupil: SegmenterChild): void {
    if (untold.length > 0) pupil.addWords(untold);
    untold = [];
  }

  /** Asks about the pieces of `texts` in batches of many short or few long ones. */
  async function* ask(kind: SegmenterRequest['kind'], texts: readonly string[], signal: AbortSignal | undefined) {
    const pieces = texts.flatMap((text, index) => splitPieces(text).map((span) => ({ index, span })));
    for (let from = 0; from < pieces.length; ) {
      signal?.throwIfAborted();
      let to = from;
      for (let length = 0; to < pieces.length && (to === from || length < BATCH_LENGTH); to++) {
        length += pieces[to]!.span.end - pieces[to]!.span.start;
      }
      const batch = pieces.slice(from, to);
      const reply = await request({
        kind,
        pieces: batch.map(({ index, span }) => texts[index]!.slice(span.start, span.end)),
      });
      yield { batch, reply };
      from = to;
    }
  }

  const cut = <Word>(
    kind: 'segment' | 'tag',
    texts: readonly string[],
    signal: AbortSignal | undefined,
    wordOf: (word: TaggedWord) => Word,
  ): Promise<Word[][]> =>
    queue.run(async () => {
      const words = texts.map((): Word[] => []);
      for await (const { batch, reply } of ask(kind, texts, signal)) {
        if (reply.kind !== 'words') continue;
        for (const [position, { index, span }] of batch.entries()) {
          const piece = texts[index]!.slice(span.start, span.end);
          const lengths: WordLengths = reply.pieces[position]!;
          for (const word of wordSpans(piece, lengths, span.start)) words[index]!.push(wordOf(word));
        }
      }
      return words;
    }, signal);

  return {
    kind: 'jieba',
    segment: (texts, signal) => cut('segment', texts, signal, ({ start, end }): Span => ({ start, end })),
    tag: (texts, signal) => cut('tag', texts, signal, (word) => word),
    keywords: (text, count, signal) =>
      queue.run(async () => {
        const weights = new Map<string, number>();
        for await (const { reply } of ask('keywords', [text], signal)) {
          if (reply.kind !== 'keywords') continue;
          for (const [word, weight] of reply.weights) weights.set(word, (weights.get(word) ?? 0) + weight);
        }
        return heaviest(weights, count);
      }, signal),
    addUserWords(words) {
      for (const word of words) {
        if (userWords.has(word)) continue;
        userWords.add(word);
        untold.push(word);
      }
    },
    dispose() {
      clearTimeout(idle);
      lasting ??= new SegmenterFault('disposed', true);
      child?.stop('disposed');
    },
  };
}
