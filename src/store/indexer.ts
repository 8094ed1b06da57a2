import type { ContextRow, ExploreAnswer, ExploreRequest } from '../core/explore/explore';
import type { QueryDocument } from '../core/query/queryDocument';
import type { IndexedTranscript, Recognition } from '../core/summary/indexText';
import type { SummaryPart, TranscriptHead } from '../core/summary/transcriptHead';

/** Larger files take long to index, and are hardly transcripts. In bytes. */
export const SIZE_LIMIT = 5_000_000;

/** A file that was looked at: what it holds, or undefined where it is no transcript or is gone. */
export interface IndexEntry {
  /** As the indexer was asked. */
  readonly path: string;
  readonly head: TranscriptHead | undefined;
  /** It is no transcript, but a text that can be asked like one. */
  readonly isText?: boolean;
}

/** What was asked for of a transcript. */
export type FoundPart = IndexedTranscript & { readonly path: string };

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Reads transcripts beside the editor. What has not changed since it was read last is taken from a cache on disk. */
export interface Indexer {
  /**
   * Looks at `files`, paths with that by which they are transcripts, and tells each file's head once, and again only when it has changed; files told before that are
   * not among them any more are told as gone. Files that cannot be read count as no transcript. Ends early when
   * `signal` is aborted: what was told stays.
   */
  index(
    files: ReadonlyMap<string, Recognition>,
    onEntries: (entries: readonly IndexEntry[]) => void,
    onProgress: (progress: IndexProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Tells a part of those of `paths` that were told as transcripts, in pages and in their order, as they were when they
   * were looked at. Rejects with the signal's reason when `signal` is aborted.
   */
  parts(
    paths: readonly string[],
    part: SummaryPart,
    onParts: (found: readonly FoundPart[]) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Answers a request from those of `paths` that were told as transcripts or texts, in their order, as they were when they were
   * looked at. `open`, by path, stand in the place of files. Rows are told in pages as they are found, and now and then how many
   * of `paths` have been looked at. Rejects with the
   * signal's reason when `signal` is aborted.
   */
  ask(
    paths: readonly string[],
    request: ExploreRequest,
    onRows: (rows: readonly ContextRow[]) => void,
    onProgress: (progress: IndexProgress) => void,
    signal: AbortSignal,
    open: ReadonlyMap<string, QueryDocument>,
  ): Promise<ExploreAnswer>;
  dispose(): void;
}
