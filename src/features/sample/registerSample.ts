import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';

/** A transcript to try things on, not saved yet, with the views beside it. */
export const registerSample = ({ extensionUri }: Services): Disposable =>
  commands.registerCommand(COMMANDS.openSample, async () => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples/water-briefing.txt'));
    const content = new TextDecoder().decode(bytes);
    await window.showTextDocument(await workspace.openTextDocument({ content, language: LANGUAGE }));
    await commands.executeCommand('workbench.view.extension.policyTranscripts');
  });
