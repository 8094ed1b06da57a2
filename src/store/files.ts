/**
 * The one door from the store to a file system. Paths are whatever the adapter's `Path` is; texts are decoded UTF-8.
 * Both calls reject with a `FileProblem` for conditions that a person can mend.
 */
export interface Files<Path> {
  /** The file's text, or undefined where there is no file. */
  read(path: Path): Promise<string | undefined>;
  /**
   * Reads the file, lets `change` say the new text, and writes that as one step that no other writer can come between
   * and that leaves either the old or the new file, whole, whatever happens. `change` returns undefined to write nothing.
   */
  update(path: Path, change: (text: string | undefined) => string | undefined): Promise<void>;
}

export type FileProblemCode = 'readOnly' | 'denied' | 'noSpace' | 'locked' | 'notText' | 'other';

export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly path: string,
    cause: unknown,
  ) {
    super(`${code}: ${path}`, { cause });
    this.name = 'FileProblem';
  }
}
