import { commands, Disposable, type Range, Selection, TextEditorRevealType, type Uri, window } from 'vscode';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';

/** The commands that tree nodes and links call. */
export function registerNavigation({ log }: Services): Disposable {
  const reveal = commands.registerCommand(COMMANDS.reveal, async (uri: Uri, range: Range, preserveFocus = true) => {
    try {
      const editor = await window.showTextDocument(uri, { preserveFocus });
      editor.selection = new Selection(range.start, range.start);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    } catch (error) {
      log.error(`cannot show ${uri.toString()}`, error as Error);
    }
  });
  return Disposable.from(
    reveal,
    commands.registerCommand(COMMANDS.showLog, () => log.show()),
  );
}
