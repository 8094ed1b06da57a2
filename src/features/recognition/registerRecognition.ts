import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { normaliseText } from '../../core/text/normalise';
import { readTranscript } from '../../core/transcript/readTranscript';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { settings } from '../../host/settings';

/** A transcript shows itself within its first pages; no more is read to recognise it. */
const SAMPLE_LENGTH = 64 * 1024;

/**
 * Makes transcripts among plaintext documents ours, by content, once per document: who switches one back to plain
 * text is not asked again in this workspace.
 */
export function registerRecognition({ log, workspaceState }: Services): Disposable {
  const decided = new Set(workspaceState.get<string[]>('recognised', []));

  const consider = async (document: TextDocument) => {
    const key = document.uri.toString();
    if (!isCandidate(document) || decided.has(key) || !settings.recogniseTextFiles(document)) return;
    if (!looksLikeTranscript(document)) return;
    decided.add(key);
    if (!document.isUntitled) await workspaceState.update('recognised', [...decided]);
    log.info(`recognised ${key} as a transcript by its content`);
    await languages.setTextDocumentLanguage(document, LANGUAGE);
  };
  const start = (document: TextDocument) => {
    consider(document).catch((error) => log.error(`cannot recognise ${document.uri.toString()}`, error));
  };

  workspace.textDocuments.forEach(start);
  return workspace.onDidOpenTextDocument(start);
}

function isCandidate(document: TextDocument): boolean {
  return document.languageId === 'plaintext' && (document.isUntitled || document.uri.path.endsWith('.txt'));
}

function looksLikeTranscript(document: TextDocument): boolean {
  const sample = document.getText().slice(0, SAMPLE_LENGTH);
  return !sample.includes('\0') && readTranscript(normaliseText(sample)).questions.length > 0;
}
