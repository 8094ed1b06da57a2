import type { CodebookOperation, CodebookRefused } from '../core/codebook/codebookOperation';
import { editCodebook } from '../core/codebook/editCodebook';
import { type ParsedCodebook, parseCodebook } from '../core/codebook/readCodebook';
import { type AppliedEdit, applyEdit } from './applyEdit';
import type { Files } from './files';

/** The operations that take a change back, or why the file was left as it was. */
export type CodebookApplied = AppliedEdit<CodebookOperation, CodebookRefused>;

/** The codebook on disk. Every write is operations replayed on the freshly read file. */
export class CodebookStore<Path> {
  constructor(private readonly files: Files<Path>) {}

  /** The codebook at `path`, or undefined where there is none. Rejects with `FileProblem`. */
  async read(path: Path): Promise<ParsedCodebook | undefined> {
    const text = await this.files.read(path);
    return text === undefined ? undefined : parseCodebook(text);
  }

  /** Applies all operations in one write, or none; a missing file is begun. Rejects with `FileProblem`. */
  apply(path: Path, operations: CodebookOperation | readonly CodebookOperation[]): Promise<CodebookApplied> {
    return applyEdit(this.files, path, (text) => editCodebook(text, operations));
  }
}
