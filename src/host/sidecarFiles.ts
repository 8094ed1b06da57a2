import { FileSystemError, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { decodeUtf8 } from '../core/text/decode';
import { type Awaitable, errorCode, FileProblem, type FileProblemCode, type Files } from '../store/files';
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

async function updateInEditor(document: TextDocument, change: Change): Promise<void> {
  const { before, after } = await changed(document.uri, change, () => document.getText());
  if (after === undefined) return;
  const replace = (words: string) => {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), words);
    return workspace.applyEdit(edit);
  };
  if (!(await replace(after)) || !(await document.save())) {
    // what was not saved must not stay behind, or it would be there twice after another try
    if (document.getText() === after) await replace(before);
    throw new FileProblem('notSaved', document.uri.fsPath, new Error('the editor refused to save'));
  }
}

type Change = Parameters<Files<Uri>['update']>[1];

/** So often others may come between a change and its being written. */
const TRIES = 20;

/** Works out a change again until nothing was written or typed meanwhile. Rejects with a `FileProblem`. */
async function changed<Text extends string | undefined>(
  uri: Uri,
  change: Change,
  read: () => Awaitable<Text>,
): Promise<{ readonly before: Text; readonly after: string | undefined }> {
  let before = await read();
  for (let tries = 1; ; tries++) {
    const after = await change(before);
    const now = after === undefined ? before : await read();
    if (now === before) return { before, after };
    if (tries === TRIES) throw new FileProblem('locked', uri.toString(), undefined);
    before = now;
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
    const { after } = await changed(uri, change, () => workspaceFiles.read(uri));
    if (after === undefined) return;
    try {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(after));
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
