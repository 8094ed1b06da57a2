import { editSidecar, type SidecarEdit } from '../core/annotation/editSidecar';
import { type ParsedSidecar, parseSidecar } from '../core/annotation/sidecar';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import type { Files } from './files';

export type Refusal = Extract<SidecarEdit, { refused: unknown }>['refused'];

/** The operations that take a change back, or why the file was left as it was. */
export type Applied = { readonly undo: readonly SidecarOperation[] } | { readonly refused: Refusal };

/** Sidecars on disk. Every write is operations replayed on the freshly read file. */
export class SidecarStore<Path> {
  constructor(private readonly files: Files<Path>) {}

  /** The sidecar at `path`, or undefined where there is none. Rejects with `FileProblem`. */
  async read(path: Path): Promise<ParsedSidecar | undefined> {
    const text = await this.files.read(path);
    return text === undefined ? undefined : parseSidecar(text);
  }

  /** Applies all operations in one write, or none. Rejects with `FileProblem`. */
  async apply(
    path: Path,
    operations: SidecarOperation | readonly SidecarOperation[],
    transcript: string,
  ): Promise<Applied> {
    let edit: SidecarEdit | undefined;
    await this.files.update(path, (text) => {
      edit = editSidecar(text, operations, transcript);
      return 'text' in edit && edit.text !== text ? edit.text : undefined;
    });
    return edit && 'refused' in edit ? edit : { undo: edit?.undo ?? [] };
  }
}
