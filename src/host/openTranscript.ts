import { languages, type TextDocument, type Uri, workspace } from 'vscode';
import { LANGUAGE } from './ids';

/** A transcript, opened in the background where it is not open. What somebody has annotated is a transcript to them. */
export async function openTranscript(uri: Uri): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uri);
  return document.languageId === LANGUAGE ? document : languages.setTextDocumentLanguage(document, LANGUAGE);
}
