import type { AnswerPage } from '../core/explore/answerPages';
import type { ContextRow, ExploreAnswer, ExploreRequest } from '../core/explore/explore';
import type { QueryDocument } from '../core/query/queryDocument';
import type { Recognition } from '../core/summary/indexText';
import type { SummaryPart } from '../core/summary/transcriptHead';
import type { FoundPart, IndexEntry, IndexProgress } from './indexer';

/** What the thread of an index is told: to look at `files`, to answer a request or tell a part of those at `paths`, or, without any, to stop. */
export interface IndexRequest {
  readonly run: number;
  /** Paths, with that by which each is a transcript. */
  readonly files?: ReadonlyMap<string, Recognition>;
  /** By what each of `files` is known to be as it was, where the thread cannot see them itself. */
  readonly stamps?: ReadonlyMap<string, string>;
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

/** A file and its sidecar as they are stored. */
export interface FileContent {
  /** How queries name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Undefined where there is none; why it cannot be read, where that is so. */
  readonly sidecar?: Uint8Array | string;
}

/** A thread that cannot read files wants one; it is given that, or nothing where it cannot be read. */
export interface Wanted {
  readonly wanted: string;
}
export interface Given {
  readonly given: string;
  readonly content?: FileContent;
}

/** Who reads files for such a thread. Neither rejects. */
export interface FileSource {
  /** Changes whenever the file or its sidecar does. */
  stamp(path: string): Promise<string>;
  content(path: string): Promise<FileContent | undefined>;
}

/** The other side of a conversation with an index, wherever it runs. */
export interface IndexThread {
  post(message: IndexRequest | Given, transferred: readonly ArrayBuffer[]): void;
  /** Called once, before anything is posted. After a failure nothing more is told. */
  listen(onReply: (reply: IndexReply | Wanted) => void, onFailure: (error: Error) => void): void;
  stop(): void;
  /** Whether anybody waits for it: else it must not keep the program from ending. */
  setAwaited?(isAwaited: boolean): void;
}
