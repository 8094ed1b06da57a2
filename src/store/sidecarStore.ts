import { editSteps, type SidecarEdit } from '../core/annotation/editSidecar';
import { EntryCache } from '../core/annotation/entryCache';
import { type ParsedSidecar, parseSteps } from '../core/annotation/sidecar';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import { type AppliedEdit, applyEdit } from './applyEdit';
import type { Files } from './files';
import { inSlices } from './inSlices';

export type Refusal = Extract<SidecarEdit, { refused: unknown }>['refused'];

/** The operations that take a change back, or why the file was left as it was. */
export type Applied = AppliedEdit<SidecarOperation, Refusal>;

/** A sidecar with the text that it was read from. */
export interface ReadSidecar extends ParsedSidecar {
  readonly text: string;
}

/**
 * Sidecars on disk. Every write is operations replayed on the freshly read file. Entries are read and compared in slices,
 * and read again only where they have changed, so that nothing else has to wait for a large sidecar.
 */
export class SidecarStore<Path> {
  private readonly cache = new EntryCache();

  constructor(private readonly files: Files<Path>) {}

  /**
   * The sidecar at `path`, `before` itself where that is still its text; undefined where there is none. Rejects with
   * `FileProblem`.
   */
  async read(path: Path, before?: ReadSidecar): Promise<ReadSidecar | undefined> {
    const text = await this.files.read(path);
    if (text === undefined) return undefined;
    return text === before?.text ? before : { ...(await inSlices(parseSteps(text, this.cache))), text };
  }

  /** Applies all operations in one write, or none. Rejects with `FileProblem`. */
  apply(path: Path, operations: SidecarOperation | readonly SidecarOperation[], transcript: string): Promise<Applied> {
    return applyEdit(this.files, path, (text) => inSlices(editSteps(text, operations, transcript, this.cache)));
  }
}
