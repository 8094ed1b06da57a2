import { type TextDocument, workspace } from 'vscode';
import { decode, encodingOf } from '../../core/text/decode';
import { looksLikeTranscript } from './content';

const UNDECODABLE = '\ufffd';

/**
 * The document read as GB18030, where its bytes are that and make a transcript that way, or it is one anyway; undefined otherwise. VS Code
 * decides on a file's encoding before its language is known, so it cannot be told beforehand.
 */
export async function readAsGb18030(document: TextDocument, isTranscript = false): Promise<TextDocument | undefined> {
  if (document.isUntitled || document.isDirty || !document.getText().includes(UNDECODABLE)) return undefined;
  const bytes = await workspace.fs.readFile(document.uri);
  // damaged UTF-8 stays what the editor shows, as it does without the editor
  if (encodingOf(bytes) !== 'gb18030') return undefined;
  if (!isTranscript && !looksLikeTranscript(decode(bytes))) return undefined;
  if (document.isDirty) return undefined;
  return workspace.openTextDocument(document.uri, { encoding: 'gb18030' });
}
