import type { Span } from '../core/text/span';
import type { TaggedWord } from '../core/text/word';

/** `jieba`: dictionary and parts of speech. `intl`: what the JavaScript runtime brings, without parts of speech. */
export type SegmenterKind = 'jieba' | 'intl';

export interface Keyword {
  readonly word: string;
  /** Larger is more telling; comparable only among the keywords of one text. */
  readonly weight: number;
}

/**
 * Cuts Chinese text into words. Spans are UTF-16 offsets in the text that was given, in order, do not overlap, and leave
 * out nothing but white space. Requests are answered in the order in which they came. A promise rejects with the
 * signal's reason when it is aborted; what else rejects, each implementation says.
 */
export interface Segmenter {
  /** What answers now. */
  readonly kind: SegmenterKind;
  /** The words of each text. */
  segment(texts: readonly string[], signal?: AbortSignal): Promise<Span[][]>;
  /** The words of each text with their parts of speech. */
  tag(texts: readonly string[], signal?: AbortSignal): Promise<TaggedWord[][]>;
  /** At most `count` telling words of a text, the heaviest first. */
  keywords(text: string, count: number, signal?: AbortSignal): Promise<Keyword[]>;
  /** Further words to keep whole where the segmenter can, from the next request on: names of slogans, tags. */
  addUserWords(words: readonly string[]): void;
  dispose(): void;
}

/** Why a segmenter could not answer. */
export class SegmenterFault extends Error {
  constructor(
    reason: string,
    /** Whether asking again is of no use. */
    readonly lasting: boolean,
  ) {
    super(reason);
  }
}
