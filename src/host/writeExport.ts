import { commands, type LogOutputChannel, l10n, type Uri, window, workspace } from 'vscode';

/** Writes a file that a person has asked for, and offers to open it; `done` says what was written. */
export async function writeExport(log: LogOutputChannel, target: Uri, text: string, done: string): Promise<void> {
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    log.error(`cannot write ${target.toString()}`, error as Error);
    window.showErrorMessage(l10n.t('{0} could not be written. Choose another place.', target.fsPath));
    return;
  }
  const open = l10n.t('Open');
  // not awaited: it ends when the person closes it
  window.showInformationMessage(done, open).then((chosen) => {
    if (chosen === open) void commands.executeCommand('vscode.open', target);
  });
}
