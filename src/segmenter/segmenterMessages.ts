import type { WordLengths } from './wordSpans';

/** What the segmenter process is told. The first message loads the dictionaries; words are cut after that. */
export type SegmenterMessage =
  | {
      readonly kind: 'load';
      /** The absolute folder of the nodejieba package, else the one that Node finds from the process's own file. */
      readonly packageFolder: string | undefined;
      /** The folder of its dictionaries, else the package's own. */
      readonly dictFolder: string | undefined;
    }
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | SegmenterRequest;

export interface SegmenterRequest {
  readonly kind: 'segment' | 'tag' | 'keywords';
  readonly pieces: readonly string[];
}

/** What it tells. `failed` is the last it says: its files are not there. */
export type SegmenterReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'words'; readonly pieces: readonly WordLengths[] }
  | { readonly kind: 'keywords'; readonly weights: readonly (readonly [string, number])[] };
