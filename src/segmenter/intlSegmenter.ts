import { FUNCTION_WORDS } from '../core/text/functionWords';
import type { Span } from '../core/text/span';
import type { TaggedWord } from '../core/text/word';
import { heaviest } from './heaviest';
import { splitPieces } from './pieces';
import { RequestQueue } from './requestQueue';
import type { Segmenter } from './segmenter';
import { wordSpans } from './wordSpans';

/** Longest time in milliseconds for which others wait while words are cut. */
const SLICE_MS = 8;

/** `Segmenter` of the JavaScript runtime. It runs anywhere and knows neither parts of speech nor user words. */
export function intlSegmenter(): Segmenter {
  const queue = new RequestQueue();
  const runtime = new Intl.Segmenter('zh', { granularity: 'word' });

  const lengthsOf = (piece: string): number[] => Array.from(runtime.segment(piece), ({ segment }) => segment.length);

  async function cut<Word>(
    texts: readonly string[],
    signal: AbortSignal | undefined,
    wordOf: (word: TaggedWord) => Word,
  ): Promise<Word[][]> {
    const all: Word[][] = [];
    let sliceEnd = performance.now() + SLICE_MS;
    for (const text of texts) {
      const words: Word[] = [];
      // the runtime keeps much for every character of one string: a long one would exhaust the heap
      for (const { start, end } of splitPieces(text)) {
        for (const word of wordSpans(text, { lengths: lengthsOf(text.slice(start, end)), tags: [] }, start)) {
          words.push(wordOf(word));
        }
        if (performance.now() > sliceEnd) {
          await new Promise((resolve) => setTimeout(resolve));
          signal?.throwIfAborted();
          sliceEnd = performance.now() + SLICE_MS;
        }
      }
      all.push(words);
    }
    return all;
  }

  const tag = (texts: readonly string[], signal?: AbortSignal) =>
    queue.run(() => cut(texts, signal, (word) => word), signal);

  return {
    kind: 'intl',
    tag,
    segment: (texts, signal) => queue.run(() => cut(texts, signal, ({ start, end }): Span => ({ start, end })), signal),
    async keywords(text, count, signal) {
      const [words] = await tag([text], signal);
      const counts = new Map<string, number>();
      for (const { start, end } of words!) {
        const word = text.slice(start, end);
        if (isTelling(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      return heaviest(counts, count);
    },
    addUserWords() {},
    dispose() {},
  };
}

/** Words of one character and numbers hardly name a topic. */
const isTelling = (word: string): boolean => /\p{L}.*\p{L}/su.test(word) && !FUNCTION_WORDS.has(word);
