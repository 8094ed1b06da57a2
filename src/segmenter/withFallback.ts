import { RequestQueue } from './requestQueue';
import { type Segmenter, SegmenterFault, type SegmenterKind } from './segmenter';

export interface FallbackOptions {
  /** Takes one line when the fallback is used for good. */
  readonly log?: (line: string) => void;
  /** Told which segmenter answers from now on, and why where it is not the preferred one. */
  readonly onStatus?: (kind: SegmenterKind, reason: string) => void;
}

/**
 * A `Segmenter` that never fails: what `preferred` cannot answer, `fallback` answers, and all that comes after a lasting
 * fault. Only an aborted signal rejects.
 */
export function withFallback(preferred: Segmenter, fallback: Segmenter, options: FallbackOptions = {}): Segmenter {
  const queue = new RequestQueue();
  let answering: SegmenterKind | undefined;
  let fellBack = false;

  const tell = (kind: SegmenterKind, reason: string) => {
    if (answering === kind) return;
    answering = kind;
    options.onStatus?.(kind, reason);
  };

  async function attempt<Result>(
    work: (segmenter: Segmenter) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    if (fellBack) return work(fallback);
    try {
      const result = await work(preferred);
      if (!fellBack) tell(preferred.kind, '');
      return result;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof SegmenterFault && error.lasting && !fellBack) {
        fellBack = true;
        options.log?.(`words are cut by ${fallback.kind} instead of ${preferred.kind}: ${error.message}`);
        tell(fallback.kind, error.message);
      }
      return work(fallback);
    }
  }

  const ask = <Result>(work: (segmenter: Segmenter) => Promise<Result>, signal: AbortSignal | undefined) =>
    queue.run(() => attempt(work, signal), signal);

  return {
    get kind() {
      return fellBack ? fallback.kind : preferred.kind;
    },
    segment: (texts, signal) => ask((segmenter) => segmenter.segment(texts, signal), signal),
    tag: (texts, signal) => ask((segmenter) => segmenter.tag(texts, signal), signal),
    keywords: (text, count, signal) => ask((segmenter) => segmenter.keywords(text, count, signal), signal),
    addUserWords(words) {
      preferred.addUserWords(words);
      fallback.addUserWords(words);
    },
    dispose() {
      fellBack = true;
      preferred.dispose();
      fallback.dispose();
    },
  };
}
