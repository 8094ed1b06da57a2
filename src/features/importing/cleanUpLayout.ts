import { l10n, Uri, window, workspace } from 'vscode';
import { normaliseText } from '../../core/text/normalise';
import { engine } from '../../host/engine';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { createTranscript } from './createTranscript';
import { type PreviewDocument, showPreview } from './previewPanel';
import { applyEdits } from './updateTranscript';

/** A text whose lines were broken by layout, as it will be. */
class Layout implements PreviewDocument {
  readonly remarks = [];
  private readonly takenBack = new Set<number>();
  private readonly original;

  constructor(
    readonly name: string,
    readonly text: string,
  ) {
    this.original = engine().textLayout(text);
  }

  get isBroken(): boolean {
    return this.original.some(({ joins, dropped }) => joins || dropped !== undefined);
  }

  fates() {
    return engine().takeBack(this.original, this.takenBack);
  }

  rows() {
    return this.lines().map((line) => {
      const dropped = this.original[line.from]!.dropped;
      return dropped === undefined ? line : { ...line, dropped, isTakenBack: this.takenBack.has(line.from) };
    });
  }

  lines() {
    return engine().layoutLines(this.text, this.fates());
  }

  toggle(row: number): void {
    const { from } = this.lines()[row] ?? { from: -1 };
    if (!this.takenBack.delete(from)) this.takenBack.add(from);
  }
}

/** What a key binding or script can pass so that nothing is asked. */
export interface CleanUpArguments {
  readonly withoutAsking?: boolean;
}

/**
 * Joins the lines of the active document that layout broke, and takes heads and numbers of pages out: as one edit, which
 * the editor undoes and annotations follow.
 */
export async function cleanUpLayout(
  { extensionUri }: Services,
  { withoutAsking = false }: CleanUpArguments = {},
): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) {
    window.showInformationMessage(l10n.t('Open a text first.'));
    return;
  }
  const { version, uri } = document;
  const layout = new Layout(fileName(uri), normaliseText(document.getText()));
  if (!layout.isBroken) {
    window.showInformationMessage(l10n.t('{0} has one paragraph a line already.', layout.name));
    return;
  }
  const title = l10n.t('Clean Up Layout: {0}', layout.name);
  const options = { title, place: l10n.t('in {0}', layout.name), confirm: l10n.t('Clean Up') };
  if (!withoutAsking && !(await showPreview(extensionUri, [layout], options))) return;
  if (document.isClosed || document.version !== version) {
    window.showWarningMessage(l10n.t('{0} has changed in the meantime; nothing was cleaned up.', layout.name));
    return;
  }
  await applyEdits(uri, document.getText(), engine().layoutEdits(layout.text, layout.fates()));
  if (!withoutAsking) await window.showTextDocument(document, { preview: false });
}

/** Makes a transcript of words that were copied elsewhere. Resolves with it where it became a file. */
export async function transcriptFromClipboard(
  { extensionUri, history, log }: Services,
  words: string,
  withoutAsking: boolean,
): Promise<Uri | undefined> {
  const text = normaliseText(words);
  if (text.trim() === '') {
    window.showInformationMessage(l10n.t('There is no text on the clipboard.'));
    return undefined;
  }
  const name = nameOf(text);
  const folder = folderForNew();
  const layout = new Layout(name, text);
  const options = {
    title: l10n.t('New Transcript from Clipboard'),
    place: folder ? l10n.t('in {0}', workspace.asRelativePath(folder)) : l10n.t('in a new document'),
    confirm: l10n.t('Create Transcript'),
  };
  if (!withoutAsking && !(await showPreview(extensionUri, [layout], options))) return undefined;
  const content = engine().keptText(layout.lines());
  if (!folder) {
    await window.showTextDocument(await workspace.openTextDocument({ content, language: 'plaintext' }));
    return undefined;
  }
  try {
    const transcript = await createTranscript(folder, name, content);
    await history.run(l10n.t('new transcript {0}', fileName(transcript)), [
      { made: transcript, as: { text: content } },
    ]);
    await window.showTextDocument(transcript, { preview: false });
    return transcript;
  } catch (error) {
    log.error('cannot create a transcript from the clipboard', error as Error);
    window.showErrorMessage(l10n.t('{0} could not be written. Choose another place.', folder.fsPath));
    return undefined;
  }
}

/** The first line as the name of a file. */
function nameOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const name = first
    .trim()
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .slice(0, 40)
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return `${name || l10n.t('transcript')}.txt`;
}

/** Beside the file that is open, else in the workspace. */
function folderForNew(): Uri | undefined {
  const open = window.activeTextEditor?.document;
  const [first] = workspace.workspaceFolders ?? [];
  return open && !open.isUntitled && workspace.getWorkspaceFolder(open.uri) ? Uri.joinPath(open.uri, '..') : first?.uri;
}
