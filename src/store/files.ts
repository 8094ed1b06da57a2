/**
 * The one door from the store to a file system. Paths are whatever the adapter's `Path` is; texts are decoded UTF-8.
 * Both calls reject with a `FileProblem` for conditions that a person can mend.
 */
export interface Files<Path> {
  /** The file's text, or undefined where there is no file. */
  read(path: Path): Promise<string | undefined>;
  /**
   * Reads the file, lets `change` say the new text, and writes that as one step that no other writer can come between
   * and that leaves either the old or the new file, whole, whatever happens. `change` returns undefined to write nothing;
   * it is called again, with what is there then, where somebody else has written meanwhile: only its last answer counts.
   * Where `root` is given, a file that is not in that folder, be it through a link, is refused as `outside`.
   */
  update(path: Path, change: (text: string | undefined) => Awaitable<string | undefined>, root?: Path): Promise<void>;
}

export type Awaitable<T> = T | Promise<T>;

export type FileProblemCode =
  | 'readOnly'
  | 'denied'
  | 'noSpace'
  /** Another writer keeps it; `detail` says who, where that is known. */
  | 'locked'
  | 'notText'
  /** The file system takes no name as long as this, counted in bytes. */
  | 'nameTooLong'
  /** A symbolic link whose target is not there. */
  | 'danglingLink'
  /** A folder, or something else that is no file, has the name. */
  | 'notAFile'
  | 'noFolder'
  /** Something that no writer has made stands where the lock belongs, which is `detail`. */
  | 'inTheWay'
  /** The editor would not save its own document. */
  | 'notSaved'
  /** The path leads out of the folder that it has to stay in. */
  | 'outside'
  /** Anything else; `detail` is the system's code, such as EIO. */
  | 'failed';

export class FileProblem extends Error {
  constructor(
    readonly code: FileProblemCode,
    readonly path: string,
    cause: unknown,
    readonly detail = '',
  ) {
    super(`${code}${detail === '' ? '' : ` (${detail})`}: ${path}`, { cause });
    this.name = 'FileProblem';
  }
}

/** The system's code of an error, such as ENOENT; empty where it has none. */
export const errorCode = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');
