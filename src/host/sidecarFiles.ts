import { FileSystemError, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { FileProblem, type Files } from '../store/files';
import { queueByKey } from '../store/queueByKey';

/** Changes of one file follow one another, also where its file system has no locks. */
const inTurn = queueByKey();

/**
 * `Files` as the editor needs it: a sidecar that is open with unsaved changes is edited in its editor and saved there
 * (writing below it would leave a stale buffer whose save fails); any other is written by the adapter for its scheme:
 * `disk` for local files, where there is one.
 */
export function sidecarFiles(disk: Files<string> | undefined): Files<Uri> {
  const adapter = (uri: Uri): Files<Uri> =>
    disk && uri.scheme === 'file'
      ? { read: (at) => disk.read(at.fsPath), update: (at, change) => disk.update(at.fsPath, change) }
      : workspaceFiles;
  return {
    read: (uri) => adapter(uri).read(uri),
    update: (uri, change) =>
      inTurn(uri.toString(), () => {
        const dirty = workspace.textDocuments.find((open) => open.isDirty && open.uri.toString() === uri.toString());
        return dirty ? updateInEditor(dirty, change) : adapter(uri).update(uri, change);
      }),
  };
}

async function updateInEditor(document: TextDocument, change: (text: string) => string | undefined): Promise<void> {
  const text = change(document.getText());
  if (text === undefined) return;
  const before = document.getText();
  const replace = (words: string) => {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), words);
    return workspace.applyEdit(edit);
  };
  if (!(await replace(text)) || !(await document.save())) {
    // what was not saved must not stay behind, or it would be there twice after another try
    if (document.getText() === text) await replace(before);
    throw new FileProblem('other', document.uri.fsPath, new Error('the editor refused to save'));
  }
}

/** File systems that only the editor knows. They have no locks and no rename-over: the last writer wins. */
const workspaceFiles: Files<Uri> = {
  async read(uri) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
      throw new FileProblem(error instanceof TypeError ? 'notText' : 'other', uri.toString(), error);
    }
  },
  async update(uri, change) {
    const text = change(await workspaceFiles.read(uri));
    if (text === undefined) return;
    try {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      const denied = error instanceof FileSystemError && error.code === 'NoPermissions';
      throw new FileProblem(denied ? 'denied' : 'other', uri.toString(), error);
    }
  },
};
