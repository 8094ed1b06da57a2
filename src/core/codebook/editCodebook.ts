import { FileText } from '../yaml/fileText';
import { UnknownLayout } from '../yaml/splice';
import { takeBack } from '../yaml/takeBack';
import { CodebookEditing } from './changeTags';
import { CODEBOOK_VERSION } from './codebook';
import { type CodebookOperation, type CodebookRefused, RefusedTagChange } from './codebookOperation';
import { readCodebook } from './readCodebook';

export type CodebookEdit =
  | {
      readonly text: string;
      /** What takes the edit back, in this order. */
      readonly undo: readonly CodebookOperation[];
    }
  | { readonly refused: CodebookRefused };

const NEW_CODEBOOK = `# Codebook\nversion: ${CODEBOOK_VERSION}\ntags:\n`;

/**
 * Applies operations, all or none, one after the other, to the text of a codebook by splicing the lines of the tags
 * that they are about: everything else stays as it was, byte for byte. `text` is undefined where there is no file yet.
 * After every step the result is read again, and refused unless it says exactly what was asked for. Never throws.
 */
export function editCodebook(
  text: string | undefined,
  operations: CodebookOperation | readonly CodebookOperation[],
): CodebookEdit {
  const before = text ?? NEW_CODEBOOK;
  const file = new FileText(before);
  const source = readCodebook(file.isBlank ? new FileText(NEW_CODEBOOK) : file);
  if (!source.writable) return { refused: source.problems[0]! };
  const editing = new CodebookEditing(source);
  try {
    editing.performAll('kind' in operations ? [operations] : operations);
  } catch (error) {
    if (error instanceof RefusedTagChange) return { refused: error.refused };
    if (error instanceof UnknownLayout) return { refused: { code: 'unknownLayout' } };
    throw error;
  }
  const after = editing.source.file.raw;
  return { text: after, undo: editing.undo.length > 0 ? [takeBack(before, after, editing.undo)] : [] };
}
