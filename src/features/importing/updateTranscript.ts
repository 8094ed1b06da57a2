import { commands, type Disposable, l10n, Position, Range, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { DocumentFacts } from '../../core/annotation/annotation';
import type { LayoutEdit } from '../../core/importing/textLayout';
import { LineMap } from '../../core/text/lineMap';
import { normaliseText } from '../../core/text/normalise';
import { engine } from '../../host/engine';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';

const SCHEME = 'policy-transcripts-original';

/** What the original of a transcript says now, for comparing. */
const texts = new Map<string, string>();

export const registerOriginalTexts = (): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });

/**
 * Shows what has changed in the original of a transcript since it was made, and makes it so where the person says so:
 * line by line, so that annotations stay with their words.
 */
export async function updateTranscript(
  services: Services,
  transcript: Uri,
  text: string,
  facts: DocumentFacts,
  isAsked: boolean,
): Promise<boolean> {
  const name = fileName(transcript);
  const document = await workspace.openTextDocument(transcript);
  if (document.isDirty) {
    window.showWarningMessage(l10n.t('{0} has changes that are not saved. Save it and import again.', name));
    return false;
  }
  if (isAsked && !(await compare(transcript, text, name))) return false;
  const edits = engine().replaceLines(normaliseText(document.getText()), text);
  if (edits.length > 0 && !((await applyEdits(transcript, document.getText(), edits)) && (await document.save()))) {
    window.showErrorMessage(
      l10n.t('The editor could not save {0}, so nothing was changed. Save it yourself and try again.', name),
    );
    return false;
  }
  return services.history.run(l10n.t('update {0}', name), [
    { transcript, operations: [{ kind: 'setDocument', facts }] },
  ]);
}

async function compare(transcript: Uri, text: string, name: string): Promise<boolean> {
  const uri = transcript.with({ scheme: SCHEME, query: transcript.scheme });
  texts.set(uri.toString(), text);
  try {
    await commands.executeCommand('vscode.diff', transcript, uri, l10n.t('{0}: as it is ↔ its original now', name));
    const update = l10n.t('Update');
    const words = l10n.t(
      'The original of {0} has changed. Update the transcript? Annotations stay with their words.',
      name,
    );
    return (await window.showInformationMessage(words, update, l10n.t('Skip'))) === update;
  } finally {
    texts.delete(uri.toString());
  }
}

/** Makes edits, whose offsets count in the text with LF line ends, in a document as one step that the editor can undo. */
export function applyEdits(uri: Uri, text: string, edits: readonly LayoutEdit[]): Thenable<boolean> {
  const lines = new LineMap(normaliseText(text));
  const position = (offset: number) => {
    const { line, character } = lines.place(offset);
    return new Position(line, character);
  };
  const edit = new WorkspaceEdit();
  for (const { start, end, text: words } of edits) edit.replace(uri, new Range(position(start), position(end)), words);
  return workspace.applyEdit(edit);
}
