import { Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { slices } from '../store/inSlices';
import { pathOf } from './pathOf';
import type { LocalMachine } from './platform';

/** What of a path stands behind another; empty where it does not begin with that. */
const after = (path: string, root: string): string => (path.startsWith(root) ? path.slice(root.length) : '');

/**
 * Follows the folders that links in the workspace lead to: the editor does not look behind links. Only the files of a folder
 * are told, not those of folders that come to be in it.
 */
export class LinkedFolders implements Disposable {
  /** By the path of the real folder. */
  private readonly watchers = new Map<string, Disposable>();

  constructor(
    private readonly machine: LocalMachine | undefined,
    /** Of file names. */
    private readonly pattern: string,
    private readonly changed: () => void,
  ) {}

  /** Follows the folders of these files, by their URIs, as far as they lie behind links and outside the workspace. */
  async follow(files: Iterable<string>): Promise<void> {
    const { machine } = this;
    if (!machine) return;
    /** Of a folder by its path: that of a file in it, without the file. */
    const real = (folder: string) => machine.inRealFolder(`${folder}/x`).slice(0, -2);
    const roots = (workspace.workspaceFolders ?? []).map(({ uri }) => real(pathOf(uri)));
    const isInside = (folder: string) => roots.some((root) => folder === root || /^[\\/]/u.test(after(folder, root)));
    const folders = new Set([...files].map((uri) => uri.slice(0, uri.lastIndexOf('/'))));
    const linked = new Set<string>();
    const pause = slices();
    for (const folder of folders) {
      if (folder.startsWith('file:')) {
        const path = real(pathOf(Uri.parse(folder)));
        if (!isInside(path)) linked.add(path);
      }
      await pause();
    }
    for (const [path, watcher] of this.watchers) {
      if (linked.has(path)) continue;
      watcher.dispose();
      this.watchers.delete(path);
    }
    for (const path of linked) if (!this.watchers.has(path)) this.watchers.set(path, this.watch(path));
  }

  private watch(path: string): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.file(path), this.pattern));
    return Disposable.from(
      watcher,
      watcher.onDidCreate(this.changed),
      watcher.onDidChange(this.changed),
      watcher.onDidDelete(this.changed),
    );
  }

  dispose(): void {
    for (const watcher of this.watchers.values()) watcher.dispose();
    this.watchers.clear();
  }
}
