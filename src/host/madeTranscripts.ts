import { l10n, type Uri, WorkspaceEdit, workspace } from 'vscode';
import type { DocumentFacts } from '../core/annotation/annotation';
import type { Files } from '../store/files';
import { fileExists } from './fileExists';
import { type Sidecars, sidecarOf } from './sidecars';
import { fileName } from './wording';

/** A transcript as it was made of something else. */
export interface MadeTranscript {
  readonly text: string;
  /** What its sidecar tells of it; nothing where it has none. */
  readonly facts?: DocumentFacts;
}

/** Makes a transcript where it is not there yet, with its sidecar. Resolves with what that is then, or with why not. */
export async function makeTranscript(
  { sidecars, files }: { readonly sidecars: Sidecars; readonly files: Files<Uri> },
  transcript: Uri,
  { text, facts }: MadeTranscript,
): Promise<{ readonly sidecar: string | undefined } | { readonly refused: string }> {
  const name = fileName(transcript);
  const isThere = await fileExists(transcript);
  if (isThere && (await files.read(transcript)) !== text)
    return { refused: l10n.t('{0} exists already, so it was not made again.', name) };
  if (!isThere) {
    const edit = new WorkspaceEdit();
    edit.createFile(transcript, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
    if (!(await workspace.applyEdit(edit)))
      return { refused: l10n.t('{0} could not be written. Choose another place.', transcript.fsPath) };
  }
  if (facts) {
    const applied = await sidecars.apply(transcript, [{ kind: 'setDocument', facts }]);
    if ('refused' in applied) {
      await removeTranscript(files, transcript, { text }, await files.read(sidecarOf(transcript)));
      return { refused: l10n.t('{0} cannot be written, so nothing was made.', fileName(sidecarOf(transcript))) };
    }
  }
  return { sidecar: await files.read(sidecarOf(transcript)) };
}

/**
 * Removes a transcript that is still as it was made, with its sidecar, whose text was `sidecar`. Resolves with why it
 * stays, where it does.
 */
export async function removeTranscript(
  files: Files<Uri>,
  transcript: Uri,
  { text }: MadeTranscript,
  sidecar: string | undefined,
): Promise<{ readonly refused: string } | undefined> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === transcript.toString());
  const [now, notes] = await Promise.all([files.read(transcript), files.read(sidecarOf(transcript))]);
  if (now === undefined && notes === undefined) return undefined;
  const isSame = now === text && !open?.isDirty && withoutName(notes) === withoutName(sidecar);
  if (!isSame) {
    const words = l10n.t(
      '{0} or its annotations have been changed since it was made, so it stays. Delete it in the explorer if you do not need it.',
      fileName(transcript),
    );
    return { refused: words };
  }
  const edit = new WorkspaceEdit();
  // its sidecar is named too: nobody else has to think of it
  for (const uri of [transcript, sidecarOf(transcript)]) edit.deleteFile(uri, { ignoreIfNotExists: true });
  if (await workspace.applyEdit(edit)) return undefined;
  return { refused: l10n.t('{0} could not be removed.', transcript.fsPath) };
}

/** The line that names the transcript changes when that is renamed. */
const withoutName = (sidecar: string | undefined): string | undefined =>
  sidecar?.replace(/^# Annotations of .*\n/u, '');
