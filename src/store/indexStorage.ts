import type { DocumentSlogans } from '../core/history/sloganUse';
import type { DocumentFields } from '../core/query/documentFields';
import type { QueryDocument } from '../core/query/queryDocument';
import type { IndexedTranscript } from '../core/summary/indexText';
import type { TranscriptHead } from '../core/summary/transcriptHead';
import { MemoryShelf, type Place, type Shelf } from './shelf';

/** What is kept of texts. */
export interface IndexShelves {
  /** What queries read. */
  readonly documents: Shelf<QueryDocument>;
  /** What views show. */
  readonly summaries: Shelf<IndexedTranscript>;
  /** What is told of slogans over time. */
  readonly slogans: Shelf<DocumentSlogans>;
  /** What tells of most documents that they need not be read. */
  readonly fields: Shelf<DocumentFields>;
}

/** Where a text stands on each shelf; what is no transcript has no summary, and where memory is short no document. */
export type Places = Readonly<Record<'slogans' | 'fields', Place>> &
  Readonly<Partial<Record<'documents' | 'summaries', Place>>>;

/**
 * What is known of a file. `stamp` says by what it is out of date: this program, the file, its sidecar. It has what is told
 * of every transcript; the rest stands on shelves, and is read when somebody asks for it.
 */
export interface CacheLine {
  readonly path: string;
  readonly stamp: string;
  readonly head?: TranscriptHead;
  readonly places?: Places;
}

/** What an index knows again in another session. */
export interface IndexCache {
  /** Stamps begin with this: what another version of the program has written is read anew. */
  readonly program: string;
  /** Where texts stand, for a thread that is asked before it looks at files. */
  places(): Iterable<readonly [path: string, places: Places]>;
  /** The lines whose stamp is the one of their path here. */
  current(stamps: ReadonlyMap<string, string>): readonly CacheLine[];
  append(lines: readonly CacheLine[]): void;
  /** Rewrites cache and shelves where much of them is not among `kept` any more; tells what stands elsewhere then. */
  tidy(kept: readonly CacheLine[]): Iterable<readonly [path: string, places: Places]>;
}

export const memoryShelves = (): IndexShelves => ({
  documents: new MemoryShelf(),
  summaries: new MemoryShelf(),
  slogans: new MemoryShelf(),
  fields: new MemoryShelf(),
});
