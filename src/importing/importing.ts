import type { Original } from './original';

/** Reads documents of other programs, wherever that is done. */
export interface Importing {
  /** Rejects with an `ImportProblem`, at once where `signal` is aborted. */
  read(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<Original>;
  dispose(): void;
}
