import { l10n, type Uri, window } from 'vscode';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import { showError, wordRefusal } from './messages';
import type { Services } from './services';
import { sidecarOf } from './sidecars';
import { fileName } from './wording';

/**
 * Changes the sidecar of a transcript for a person: what goes wrong is said in one sentence. Resolves with what takes
 * the change back, or undefined where nothing was changed.
 */
export async function changeSidecar(
  { sidecars, log }: Services,
  transcript: Uri,
  operations: readonly SidecarOperation[],
): Promise<readonly SidecarOperation[] | undefined> {
  if (transcript.scheme === 'untitled') {
    window.showInformationMessage(l10n.t('Save the transcript first: annotations are kept in a file next to it.'));
    return undefined;
  }
  const name = fileName(sidecarOf(transcript));
  try {
    const result = await sidecars.apply(transcript, operations);
    if ('undo' in result) return result.undo;
    window.showErrorMessage(wordRefusal(result.refused, name));
  } catch (error) {
    await showError(log, error, name);
  }
  return undefined;
}
