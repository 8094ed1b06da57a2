import { commands, env, l10n, Uri, window } from 'vscode';
import { fileExists } from '../../host/fileExists';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { fileAt } from './madeBefore';

/** Kinds that the editor shows by itself; others are given to the program that the system has for them. */
const SHOWN = /\.(?:txt|text|srt|vtt|html?|xhtml|mht|mhtml)$/iu;

/** Opens the document that the active transcript was made of, or the address where it was published. */
export async function openOriginal({ analyses }: Services): Promise<void> {
  const analysed = analyses.active();
  if (!analysed) {
    window.showInformationMessage(l10n.t('Open a transcript first.'));
    return;
  }
  const { original, url } = analysed.facts;
  const file = original === undefined ? undefined : fileAt(Uri.joinPath(analysed.document.uri, '..'), original);
  if (file && (await fileExists(file))) {
    const isLocal = file.scheme === 'file' && env.remoteName === undefined;
    if (isLocal && !SHOWN.test(file.path) && (await env.openExternal(file))) return;
    await commands.executeCommand('vscode.open', file);
  } else if (url !== undefined) await env.openExternal(Uri.parse(url));
  else if (file) window.showWarningMessage(l10n.t('{0} cannot be opened. Was it moved or deleted?', file.fsPath));
  else window.showInformationMessage(l10n.t('{0} does not say what it was made of.', fileName(analysed.document.uri)));
}
