import { commands, type TreeDragAndDropController, Uri } from 'vscode';
import { COMMANDS } from './ids';

/** Documents that are dropped onto a view become transcripts, as by the command. Nothing is dragged out of views. */
export const dropOriginals: TreeDragAndDropController<never> = {
  dropMimeTypes: ['text/uri-list'],
  dragMimeTypes: [],
  async handleDrop(_, data) {
    const list = (await data.get('text/uri-list')?.asString()) ?? '';
    const files = list
      .split(/\r?\n/u)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => Uri.parse(line));
    if (files.length > 0) await commands.executeCommand(COMMANDS.importTranscripts, { files });
  },
};
