import { l10n, type Uri, window, workspace } from 'vscode';
import type { SidecarMerge } from '../../core/annotation/mergeSidecars';
import { hasConflict } from '../../core/yaml/conflictMarkers';
import { engine } from '../../host/engine';
import { showError } from '../../host/messages';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';

/**
 * Merges the three versions that git keeps of a file in conflict, or where it keeps none the two between the markers, and
 * says what became of it.
 */
export async function resolveConflict({ machine, files, log }: Services, sidecar: Uri): Promise<void> {
  const name = fileName(sidecar);
  const { mergeSidecars, mergeConflict } = engine();
  try {
    const asksGit = sidecar.scheme === 'file' && workspace.isTrusted;
    const stages = asksGit ? await machine?.git.stages(sidecar.fsPath) : undefined;
    let isOpen = false;
    let merged: SidecarMerge | undefined;
    await files.update(sidecar, (text = '') => {
      // git keeps the three versions until the file is staged, also when somebody has resolved it by hand
      isOpen = hasConflict(text);
      if (!isOpen) return undefined;
      merged = stages ? mergeSidecars(stages.base, stages.ours, stages.theirs) : mergeConflict(text);
      return merged && 'text' in merged ? merged.text : undefined;
    });
    if (!isOpen) {
      window.showInformationMessage(l10n.t('{0} has no conflict markers any more; nothing was changed.', name));
    } else tell(merged, name, stages !== undefined);
  } catch (error) {
    await showError(log, error, name);
  }
}

function tell(merged: SidecarMerge | undefined, name: string, inGit: boolean): void {
  if (!merged) {
    window.showErrorMessage(
      l10n.t(
        'The conflict markers of {0} do not match. Keep one of the two versions between <<<<<<< and >>>>>>> and delete the markers; nothing was changed.',
        name,
      ),
    );
  } else if ('refused' in merged) {
    window.showErrorMessage(
      l10n.t('“ours” or “theirs” of {0} cannot be read. Correct it, then merge again; nothing was changed.', name),
    );
  } else if (merged.conflicts.length > 0) {
    window.showInformationMessage(
      l10n.t(
        '{0} was merged. Annotations with two versions: {1}. Choose under “To Decide” in the Annotations view.',
        name,
        merged.conflicts.length,
      ),
    );
  } else {
    window.showInformationMessage(
      inGit
        ? l10n.t('{0} was merged by entry. Stage it to conclude the merge.', name)
        : l10n.t('{0} was merged by entry.', name),
    );
  }
}

/** The configuration of a repository can name programs that git runs: where nobody trusts the folder it is not started. */
export function refusesGit(): boolean {
  if (workspace.isTrusted) return false;
  window.showInformationMessage(l10n.t('git is not run in a folder that is not trusted. Trust it, then try again.'));
  return true;
}
