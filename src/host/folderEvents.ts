import { Disposable, FileType, type Uri, workspace } from 'vscode';

/** What comes together is looked at together. */
const SETTLE_MS = 200;

/** Where more comes at once, some is taken to be a folder: looking at each would take longer than reading all anew. */
const MAX_STATS = 100;

/**
 * Calls `come` after folders, or links to folders, have come into the workspace: what is in them need not be told, so whoever
 * follows files looks for them anew. `gone` is called for whatever was deleted, of which nobody knows any more what it was.
 */
export function followFolders(come: () => void, gone: (uri: Uri) => void): Disposable {
  // a folder that goes and comes back at once is told as changed
  const watcher = workspace.createFileSystemWatcher('**/*');
  let made: Uri[] = [];
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const all = made;
    made = [];
    if (all.length > MAX_STATS || (await Promise.all(all.map(isFolder))).includes(true)) come();
  };
  const later = (uri: Uri) => {
    made.push(uri);
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SETTLE_MS);
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(later),
    watcher.onDidChange(later),
    watcher.onDidDelete(gone),
    new Disposable(() => clearTimeout(timer)),
  );
}

const isFolder = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    // gone again
    () => false,
  );
