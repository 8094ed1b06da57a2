import { commands, Disposable, l10n, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { fileExists } from '../../host/fileExists';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { sidecarOf, transcriptOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';

/** Sidecars go where their transcripts go: renamed, moved and deleted with them; one that lost its own can be re-linked. */
export function registerFileEvents({ log }: Services): Disposable {
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
    commands.registerCommand(COMMANDS.relinkSidecar, async (argument?: unknown) => {
      const sidecar = isUri(argument) ? argument : window.activeTextEditor?.document.uri;
      if (!sidecar?.path.endsWith(SIDECAR_SUFFIX)) {
        window.showInformationMessage(
          l10n.t(
            'Open the annotation file (*.annotations.yaml) whose transcript is missing, then run this command again.',
          ),
        );
        return;
      }
      await relink(sidecar).catch((error) => log.error(`cannot re-link ${sidecar.toString()}`, error));
    }),
  );
}

const isUri = (value: unknown): value is Uri => typeof value === 'object' && value !== null && 'scheme' in value;

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

async function relink(sidecar: Uri): Promise<void> {
  const [chosen] =
    (await window.showOpenDialog({
      title: l10n.t('Which transcript do these annotations belong to?'),
      defaultUri: transcriptOf(sidecar),
      openLabel: l10n.t('Re-link'),
    })) ?? [];
  if (!chosen) return;
  const target = sidecarOf(chosen);
  if (await fileExists(target)) {
    window.showErrorMessage(l10n.t('{0} has annotations of its own already; nothing was changed.', fileName(chosen)));
    return;
  }
  const edit = new WorkspaceEdit();
  edit.renameFile(sidecar, target);
  await workspace.applyEdit(edit);
}
