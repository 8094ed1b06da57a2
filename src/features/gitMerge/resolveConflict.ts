import { l10n, type Uri, window, workspace } from 'vscode';
import { hasConflict } from '../../core/yaml/conflictMarkers';
import { engine } from '../../host/engine';
import { showError } from '../../host/messages';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';

/** Merges the three versions that git keeps of a file in conflict, and says what became of it. */
export async function resolveConflict({ machine, files, log }: Services, sidecar: Uri): Promise<void> {
  const name = fileName(sidecar);
  if (refusesGit()) return;
  try {
    const stages = sidecar.scheme === 'file' ? await machine?.git.stages(sidecar.fsPath) : undefined;
    if (!stages) {
      window.showErrorMessage(
        l10n.t(
          'git has no record of this conflict. Keep one of the two versions between <<<<<<< and >>>>>>> and delete the markers.',
        ),
      );
      return;
    }
    const merged = engine().mergeSidecars(stages.base, stages.ours, stages.theirs);
    if ('refused' in merged) {
      window.showErrorMessage(
        l10n.t('“ours” or “theirs” of {0} cannot be read. Correct it, then merge again; nothing was changed.', name),
      );
      return;
    }
    let isOpen = false;
    await files.update(sidecar, (text = '') => {
      // git keeps the three versions until the file is staged, also when somebody has resolved it by hand
      isOpen = hasConflict(text);
      return isOpen ? merged.text : undefined;
    });
    if (!isOpen) {
      window.showInformationMessage(l10n.t('{0} has no conflict markers any more; nothing was changed.', name));
      return;
    }
    window.showInformationMessage(
      merged.conflicts.length === 0
        ? l10n.t('{0} was merged by entry. Stage it to conclude the merge.', name)
        : l10n.t(
            '{0} was merged. Annotations with two versions: {1}. Choose under “To Decide” in the Annotations view.',
            name,
            merged.conflicts.length,
          ),
    );
  } catch (error) {
    await showError(log, error, name);
  }
}

/** The configuration of a repository can name programs that git runs: where nobody trusts the folder it is not started. */
export function refusesGit(): boolean {
  if (workspace.isTrusted) return false;
  window.showInformationMessage(l10n.t('git is not run in a folder that is not trusted. Trust it, then try again.'));
  return true;
}
