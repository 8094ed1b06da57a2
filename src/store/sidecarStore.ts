import { editSidecar, type SidecarEdit, type SidecarOperation } from '../core/annotation/editSidecar';
import { type ParsedSidecar, parseSidecar } from '../core/annotation/sidecar';
import type { Files } from './files';

export type Refusal = Extract<SidecarEdit, { refused: unknown }>['refused'];

/** Sidecars on disk. Every write is an operation replayed on the freshly read file. */
export class SidecarStore<Path> {
  constructor(private readonly files: Files<Path>) {}

  /** The sidecar at `path`, or undefined where there is none. Rejects with `FileProblem`. */
  async read(path: Path): Promise<ParsedSidecar | undefined> {
    const text = await this.files.read(path);
    return text === undefined ? undefined : parseSidecar(text);
  }

  /** Applies `operation`, or says why the file was left as it is. Rejects with `FileProblem`. */
  async apply(path: Path, operation: SidecarOperation, transcript: string): Promise<Refusal | undefined> {
    let refused: Refusal | undefined;
    await this.files.update(path, (text) => {
      const edit = editSidecar(text, operation, transcript);
      if ('text' in edit) return edit.text;
      refused = edit.refused;
      return undefined;
    });
    return refused;
  }
}
