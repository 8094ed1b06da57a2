import { type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { Query } from '../../core/query/query';
import { engine } from '../../host/engine';
import { showError } from '../../host/messages';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { writeExport } from '../../host/writeExport';

const folderUri = (): Uri | undefined => workspace.workspaceFolders?.[0]?.uri;

/** Writes a query to `queries/NAME.yaml` of the workspace folder, over another one only when the person says so. */
export async function saveQuery({ files, history, log }: Services, text: string): Promise<void> {
  const folder = folderUri();
  if (!folder) {
    window.showInformationMessage(l10n.t('Open a folder first: queries are kept in it.'));
    return;
  }
  const name = await window.showInputBox({
    title: l10n.t('Save Query'),
    prompt: l10n.t('It is kept as queries/NAME.yaml in the workspace folder.'),
    validateInput: (typed) =>
      /^[^\\/:*?"<>|\p{Cc}]*$/u.test(typed) && !typed.startsWith('.')
        ? ''
        : l10n.t('A name without slashes and colons.'),
  });
  if (!name?.trim()) return;
  const target = Uri.joinPath(folder, 'queries', `${name.trim()}.yaml`);
  let before: string | undefined;
  try {
    before = await files.read(target);
  } catch (error) {
    void showError(log, error, fileName(target));
    return;
  }
  if (before !== undefined) {
    const replace = l10n.t('Replace');
    const question = l10n.t('There is a query “{0}” already.', name.trim());
    if ((await window.showWarningMessage(question, { modal: true }, replace)) !== replace) return;
  }
  await workspace.fs.createDirectory(Uri.joinPath(target, '..'));
  const label = l10n.t('save query “{0}”', name.trim());
  if (await history.run(label, [{ file: target, before, after: text }]))
    window.setStatusBarMessage(l10n.t('Saved as {0}', workspace.asRelativePath(target)), 5000);
}

/** Lets the person choose one of the queries that are kept; one with problems is shown instead. */
export async function openQuery(): Promise<Query | undefined> {
  const files = await workspace.findFiles('**/queries/*.yaml');
  if (files.length === 0) {
    window.showInformationMessage(l10n.t('No query is kept yet. “Save Query…” keeps one.'));
    return undefined;
  }
  const items = files
    .map((uri) => ({ label: fileName(uri).replace(/\.yaml$/u, ''), description: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked = await window.showQuickPick(items, { title: l10n.t('Open Query') });
  if (!picked) return undefined;
  const document = await workspace.openTextDocument(picked.uri);
  const { query, problems } = engine().readQuery(document.getText());
  if (problems.length === 0) return query;
  await window.showTextDocument(document);
  window.showWarningMessage(l10n.t('Something in this query is not understood. It is marked in the file.'));
  return undefined;
}

function askForTarget(ending: 'csv' | 'svg', title: string): Thenable<Uri | undefined> {
  const folder = folderUri();
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${l10n.t('explored')}.${ending}`) } : {}),
    filters: { [ending.toUpperCase()]: [ending] },
    title,
  });
}

/** Writes what is shown as CSV where the person says. */
export async function saveTable(
  log: LogOutputChannel,
  header: readonly string[],
  cells: readonly (readonly string[])[],
): Promise<void> {
  const target = await askForTarget('csv', l10n.t('Export What Is Shown'));
  if (!target) return;
  const done = l10n.t('{0} rows written to {1}', cells.length, fileName(target));
  await writeExport(log, target, engine().writeTable(header, cells), done);
}

/** Writes a picture as SVG, which scales in any text, where the person says. */
export async function savePicture(log: LogOutputChannel, svg: string): Promise<void> {
  const target = await askForTarget('svg', l10n.t('Save Picture'));
  if (target) await writeExport(log, target, svg, l10n.t('Saved as {0}', workspace.asRelativePath(target)));
}
