import { commands, Disposable, l10n, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { fileExists } from '../../host/fileExists';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import { sidecarOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';

/** Sidecars go where their transcripts go: renamed, moved and deleted with them. */
export function registerFileEvents(): Disposable {
  return Disposable.from(
    workspace.onWillRenameFiles((event) => event.waitUntil(followRenames(event.files))),
    workspace.onWillDeleteFiles((event) => event.waitUntil(followDeletes(event.files))),
    commands.registerCommand(COMMANDS.openSidecar, async () => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId !== LANGUAGE) return;
      const sidecar = sidecarOf(document.uri);
      if (await fileExists(sidecar)) await window.showTextDocument(sidecar, { preview: false });
      else window.showInformationMessage(l10n.t('{0} has no annotations yet.', fileName(document.uri)));
    }),
  );
}

/** Never over a sidecar that is there already: both stay, and the person is told. */
async function followRenames(files: readonly { oldUri: Uri; newUri: Uri }[]): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
    // a sidecar that is itself among the files is renamed already
    const isNamed = files.some((file) => file.oldUri.toString() === from.toString());
    if (isNamed || oldUri.path.endsWith(SIDECAR_SUFFIX) || !(await fileExists(from))) continue;
    if (await fileExists(to)) {
      window.showWarningMessage(l10n.t('{0} exists already, so {1} was not renamed.', fileName(to), fileName(from)));
    } else edit.renameFile(from, to);
  }
  return edit;
}

async function followDeletes(files: readonly Uri[]): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  for (const file of files) {
    const sidecar = sidecarOf(file);
    const isNamed = files.some((other) => other.toString() === sidecar.toString());
    if (!isNamed && (await fileExists(sidecar))) edit.deleteFile(sidecar, { ignoreIfNotExists: true });
  }
  return edit;
}
