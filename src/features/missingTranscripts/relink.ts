import { l10n, type QuickPickItem, QuickPickItemKind, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { fileExists } from '../../host/fileExists';
import type { Services } from '../../host/services';
import { sidecarOf, transcriptOf } from '../../host/sidecars';
import { fileName } from '../../host/wording';
import { type Candidate, findCandidates } from './candidates';

/** Gives a sidecar to the file that a person chooses. Never over one that is there already. */
export async function relink(services: Services, sidecar: Uri): Promise<void> {
  const chosen = await chooseTranscript(services, sidecar);
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

interface FileItem extends QuickPickItem {
  readonly uri?: Uri;
}

async function chooseTranscript(services: Services, sidecar: Uri): Promise<Uri | undefined> {
  const title = l10n.t('Which transcript do these annotations belong to?');
  const items = async (): Promise<FileItem[]> => {
    const found = await findCandidates(services, sidecar);
    const { annotations } = services.sidecars.known(transcriptOf(sidecar)).sidecar;
    return [
      ...found.map((candidate) => fileItem(candidate, annotations.length)),
      { label: '', kind: QuickPickItemKind.Separator },
      { label: `$(folder-opened) ${l10n.t('Choose another file…')}`, alwaysShow: true },
    ];
  };
  const chosen = await window.showQuickPick(items(), { title, matchOnDescription: true });
  if (!chosen) return undefined;
  if (chosen.uri) return chosen.uri;
  const openLabel = l10n.t('Re-link');
  return (await window.showOpenDialog({ title, openLabel, defaultUri: Uri.joinPath(sidecar, '..') }))?.[0];
}

function fileItem({ uri, quotes }: Candidate, total: number): FileItem {
  const folder = workspace.asRelativePath(uri).split('/').slice(0, -1).join('/');
  return {
    uri,
    label: fileName(uri),
    description: folder,
    ...(quotes ? { detail: l10n.t('{0} of {1} annotated passages are in it', quotes, total) } : {}),
  };
}
