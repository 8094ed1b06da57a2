import { commands, l10n, type Uri, window, workspace } from 'vscode';
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
export async function resolveConflict({ machine, files, history, log }: Services, sidecar: Uri): Promise<void> {
  const name = fileName(sidecar);
  const { mergeSidecars, mergeConflict } = engine();
  try {
    const asksGit = sidecar.scheme === 'file' && workspace.isTrusted;
    const stages = asksGit ? await machine?.git.stages(sidecar.fsPath) : undefined;
    let text = '';
    // as it is in an editor with unsaved changes, too
    await files.update(sidecar, (now = '') => {
      text = now;
      return undefined;
    });
    // git keeps the three versions until the file is staged, also when somebody has resolved it by hand
    if (!hasConflict(text)) {
      window.showInformationMessage(l10n.t('{0} has no conflict markers any more; nothing was changed.', name));
      return;
    }
    const merged = stages ? mergeSidecars(stages.base, stages.ours, stages.theirs) : mergeConflict(text);
    const steps = merged && 'text' in merged ? [{ file: sidecar, before: text, after: merged.text }] : [];
    if (steps.length === 0 || (await history.run(l10n.t('merge {0}', name), steps)))
      tell(merged, name, stages !== undefined);
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
  const manage = l10n.t('Manage Trust');
  const why = l10n.t('git is not run in a folder that is not trusted. Trust it, then try again.');
  // not awaited: it ends when the person closes it
  void window.showInformationMessage(why, manage).then((chosen) => {
    if (chosen === manage) void commands.executeCommand('workbench.trust.manage');
  });
  return true;
}
