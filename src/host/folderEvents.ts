import { Disposable, EventEmitter, FileType, type Uri, workspace } from 'vscode';

/** What comes together is looked at together. */
const SETTLE_MS = 200;

/** Where more comes at once, some is taken to be a folder: looking at each would take longer than reading all anew. */
const MAX_STATS = 100;

/** Follows the folders of the workspace, once for all who follow files: what comes is looked at on the disk. */
export class FolderEvents implements Disposable {
  private readonly came = new EventEmitter<void>();
  private readonly went = new EventEmitter<Uri>();
  private readonly watcher: Disposable;
  private made: Uri[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** Folders, or links to folders, have come: what is in them need not be told, so whoever follows files looks for them anew. */
  readonly onDidCome = this.came.event;
  /** Something was deleted, of which nobody knows any more what it was. */
  readonly onDidGo = this.went.event;

  constructor() {
    // a folder that goes and comes back at once is told as changed
    const watcher = workspace.createFileSystemWatcher('**/*');
    const later = (uri: Uri) => {
      this.made.push(uri);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.look(), SETTLE_MS);
    };
    this.watcher = Disposable.from(
      watcher,
      watcher.onDidCreate(later),
      watcher.onDidChange(later),
      watcher.onDidDelete((uri) => this.went.fire(uri)),
    );
  }

  private async look(): Promise<void> {
    const all = this.made;
    this.made = [];
    if (all.length > MAX_STATS || (await Promise.all(all.map(isFolder))).includes(true)) this.came.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of [this.watcher, this.came, this.went]) one.dispose();
  }
}

const isFolder = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    // gone again
    () => false,
  );
