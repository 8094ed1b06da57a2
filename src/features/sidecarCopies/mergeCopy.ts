import { l10n, type Uri, window, workspace } from 'vscode';
import type { SidecarMerge } from '../../core/annotation/mergeSidecars';
import { engine } from '../../host/engine';
import { showError } from '../../host/messages';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';

/** Brings what only a second version of a sidecar has into the sidecar, and the second version into the trash. */
export async function mergeCopy({ files, log }: Services, copy: Uri, sidecar: Uri): Promise<void> {
  const name = fileName(sidecar);
  try {
    const theirs = await files.read(copy);
    if (theirs === undefined) return;
    let merged: SidecarMerge | undefined;
    await files.update(sidecar, (ours) => {
      // nobody knows what the two have in common: what either has stays
      merged = engine().mergeSidecars('', ours ?? '', theirs);
      return 'text' in merged && merged.text !== ours ? merged.text : undefined;
    });
    if (!merged || 'refused' in merged) {
      window.showErrorMessage(
        l10n.t('{0} or {1} cannot be read. Correct it, then merge again; nothing was changed.', name, fileName(copy)),
      );
      return;
    }
    await workspace.fs.delete(copy, { useTrash: true }).then(undefined, (error) => {
      // many hosts have no trash: then a person decides
      log.info(`${copy.toString()} was merged and could not be moved to the trash: ${error}`);
      void offerDelete(copy);
    });
    if (merged.conflicts.length === 0) window.showInformationMessage(l10n.t('Merged into {0}.', name));
    else {
      window.showInformationMessage(
        l10n.t(
          'Merged into {0}. Annotations with two versions: {1}. Choose under “To Decide” in the Annotations view.',
          name,
          merged.conflicts.length,
        ),
      );
    }
  } catch (error) {
    await showError(log, error, name);
  }
}

async function offerDelete(copy: Uri): Promise<void> {
  const remove = l10n.t('Delete for Good');
  const words = l10n.t('{0} was merged and is not needed any more.', fileName(copy));
  if ((await window.showInformationMessage(words, remove)) === remove) await workspace.fs.delete(copy);
}
