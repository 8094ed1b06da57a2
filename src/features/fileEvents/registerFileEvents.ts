import { commands, Disposable, l10n, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX, sidecarHead } from '../../core/annotation/annotation';
import { fileExists } from '../../host/fileExists';
import type { Rename } from '../../host/followRename';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { type Sidecars, sidecarOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';
import type { Files } from '../../store/files';

/** Sidecars go where their transcripts go: renamed, moved and deleted with them. */
export function registerFileEvents({ files, sidecars, log }: Services): Disposable {
  return Disposable.from(
    // afterwards: what is to be changed with a rename is asked about as a “refactoring”
    workspace.onDidRenameFiles((event) => {
      followRenames(event.files, files, sidecars).catch((error) => log.error('cannot rename annotation files', error));
    }),
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
async function followRenames(renamed: readonly Rename[], files: Files<Uri>, sidecars: Sidecars): Promise<void> {
  for (const { oldUri, newUri } of renamed) {
    const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
    // a sidecar that is itself among the files is renamed already
    const isNamed = renamed.some((file) => file.oldUri.toString() === from.toString());
    if (isNamed || oldUri.path.endsWith(SIDECAR_SUFFIX) || !(await fileExists(from))) continue;
    if (await fileExists(to)) {
      window.showWarningMessage(l10n.t('{0} exists already, so {1} was not renamed.', fileName(to), fileName(from)));
      continue;
    }
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    if (!(await workspace.applyEdit(edit))) continue;
    const named = (uri: Uri) => sidecarHead(fileName(uri));
    await files.update(to, (text) =>
      text?.startsWith(named(oldUri)) ? named(newUri) + text.slice(named(oldUri).length) : undefined,
    );
    await sidecars.reload(newUri);
  }
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
