import type { Importing } from '../importing/importing';
import type { Segmenter } from '../segmenter/segmenter';
import type { FallbackOptions } from '../segmenter/withFallback';
import type { Files } from '../store/files';
import type { git } from '../store/git';
import type { Indexer } from '../store/indexer';
import type { FileSource } from '../store/indexMessages';

/** What only an extension host with Node has. Where it is missing, the editor's own file systems must do. */
export interface LocalMachine {
  readonly files: Files<string>;
  /** An indexer of local files with its cache at `cacheFile`. */
  readonly indexer: (cacheFile: string | undefined) => Indexer;
  readonly inRealFolder: (path: string) => string;
  readonly git: typeof git;
  /** The program that runs this, for scripts that outlive it. */
  readonly runtime: string;
}

/** What differs between the hosts that run extensions: Node's, and the browser's. */
export interface Platform {
  readonly machine: LocalMachine | undefined;
  /** A segmenter that never fails. */
  readonly segmenter: (options: FallbackOptions) => Segmenter;
  /** An indexer of the files that `source` reads; `onFallback` is told why it has no thread of its own, where that is so. */
  readonly indexer: (source: FileSource, onFallback: (reason: string) => void) => Indexer;
  /** What reads documents of other programs. */
  readonly importing: Importing;
}
