import type { AnnotationSummary, TranscriptSummary } from '../core/summary/transcriptSummary';

/** A file that was looked at: what it holds, or undefined where it is no transcript or is gone. */
export interface IndexEntry {
  readonly path: string;
  readonly transcript: IndexedTranscript | undefined;
}

export interface IndexedTranscript {
  readonly summary: TranscriptSummary;
  readonly annotations: readonly AnnotationSummary[];
}

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Reads transcripts beside the editor. What has not changed since it was read last is taken from a cache on disk. */
export interface Indexer {
  /**
   * Looks at `paths` and tells each file's summary once, and again only when it has changed; files told before that are
   * not among `paths` any more are told as gone. Files that cannot be read count as no transcript. Ends early when
   * `signal` is aborted: what was told stays.
   */
  index(
    paths: readonly string[],
    onEntry: (entry: IndexEntry) => void,
    onProgress: (progress: IndexProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  dispose(): void;
}
