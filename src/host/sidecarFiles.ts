import { FileSystemError, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { decodeUtf8 } from '../core/text/decode';
import { errorCode, FileProblem, type FileProblemCode, type Files } from '../store/files';
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
      ? { read: (at) => disk.read(at.fsPath), update: (at, change) => disk.update(at.fsPath, change, rootOf(at)) }
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

/** A folder that nobody trusts may hold links to anywhere: what is written for it stays in it. */
function rootOf(uri: Uri): string | undefined {
  if (workspace.isTrusted) return undefined;
  return (workspace.getWorkspaceFolder(uri)?.uri ?? Uri.joinPath(uri, '..')).fsPath;
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
    throw new FileProblem('notSaved', document.uri.fsPath, new Error('the editor refused to save'));
  }
}

/** File systems that only the editor knows. They have no locks and no rename-over: the last writer wins. */
const workspaceFiles: Files<Uri> = {
  async read(uri) {
    let bytes: Uint8Array;
    try {
      bytes = await workspace.fs.readFile(uri);
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
      throw problemOf(uri, error);
    }
    const text = decodeUtf8(bytes);
    if (text === undefined) throw new FileProblem('notText', uri.toString(), undefined);
    return text;
  },
  async update(uri, change) {
    const text = change(await workspaceFiles.read(uri));
    if (text === undefined) return;
    try {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    } catch (error) {
      throw problemOf(uri, error);
    }
  },
};

const CODES: Readonly<Record<string, FileProblemCode>> = {
  NoPermissions: 'denied',
  FileIsADirectory: 'notAFile',
  FileNotADirectory: 'noFolder',
  FileNotFound: 'noFolder',
  Unavailable: 'locked',
};

function problemOf(uri: Uri, error: unknown): FileProblem {
  const said = errorCode(error);
  const code = CODES[said] ?? 'failed';
  return new FileProblem(code, uri.toString(), error, code === 'failed' ? said : '');
}
